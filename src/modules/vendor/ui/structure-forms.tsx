"use client";

import { useTranslations } from "next-intl";
import { ChecklistField } from "@/ui/form/checklist-field";
import { type Option, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { saveProductLineAction, saveRegionAction, saveTerritoryAction } from "../actions";
import { saveProductLineInput, saveRegionInput, saveTerritoryInput } from "../schema";

type Done = { onDone: () => void };
export type RegionProps = {
  values: { id: string; version: number; name: string; code: string; parentId: string };
  regions: readonly Option[];
};

export function RegionForm({ values, regions, onDone }: RegionProps & Done) {
  const t = useTranslations("vendor.regions");
  const form = useActionForm({
    schema: saveRegionInput,
    action: saveRegionAction,
    defaultValues: values,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      <TextField name="code" label={t("code")} help={t("codeHelp")} spellCheck={false} />
      <SelectField
        name="parentId"
        label={t("parent")}
        help={t("parentHelp")}
        options={regions}
        placeholder={t("top")}
      />
      <Save />
    </Form>
  );
}

export type ProductProps = { values: { id: string; version: number; name: string; code: string } };

export function ProductForm({ values, onDone }: ProductProps & Done) {
  const t = useTranslations("vendor.products");
  const form = useActionForm({
    schema: saveProductLineInput,
    action: saveProductLineAction,
    defaultValues: values,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      <TextField name="code" label={t("code")} help={t("codeHelp")} spellCheck={false} />
      <Save />
    </Form>
  );
}

export type TerritoryProps = {
  values: { id: string; version: number; name: string; countries: string[]; partnerIds: string[] };
  countries: readonly Option[];
  partners: readonly Option[];
};

export function TerritoryForm({ values, countries, partners, onDone }: TerritoryProps & Done) {
  const t = useTranslations("vendor.territories");
  const form = useActionForm({
    schema: saveTerritoryInput,
    action: saveTerritoryAction,
    defaultValues: values,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      <ChecklistField name="countries" label={t("countries")} options={countries} />
      <ChecklistField name="partnerIds" label={t("grantedTo")} help={t("grantedHelp")} options={partners} optional />
      <Save />
    </Form>
  );
}

function Save() {
  const t = useTranslations("vendor");
  return <SubmitButton>{t("save")}</SubmitButton>;
}
