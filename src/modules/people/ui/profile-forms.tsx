"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { type Option, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { changePasswordAction, endOtherSessionsAction, saveProfileAction } from "../actions";
import type { ProfileForm as Values } from "../schema";

function Saved({ shown }: { shown: string | null }) {
  return (
    <p role="status" className="text-positive-ink">
      {shown}
    </p>
  );
}

type ProfileProps = { values: Values; languages: readonly Option[]; zones: readonly Option[]; languageCookie: string };
const aYear = 60 * 60 * 24 * 365;

/** How the reader is called and reached, and in which language and zone they read. */
export function ProfileForm({ values, languages, zones, languageCookie }: ProfileProps) {
  const t = useTranslations("people.profile");
  const [isSaved, setSaved] = useState(false);
  const of = useActionForm<Values, unknown>({
    schema: async () => (await import("../schema")).profileInput,
    action: (input) => {
      setSaved(false);
      return saveProfileAction(input);
    },
    defaultValues: values,
    onSuccess() {
      // This device speaks the language at once; the next one asks the profile.
      const { locale } = of.form.getValues();
      if (locale !== values.locale) {
        document.cookie = `${languageCookie}=${locale}; path=/; max-age=${aYear}; samesite=lax`;
        window.location.reload();
      }
      setSaved(true);
    },
  });
  return (
    <Form of={of} className="mt-4 max-w-140">
      <TextField name="name" label={t("name")} autoComplete="name" />
      <TextField name="title" label={t("jobTitle")} autoComplete="organization-title" optional />
      <TextField name="phone" type="tel" label={t("phone")} help={t("phoneHelp")} autoComplete="tel" optional />
      <SelectField name="locale" label={t("language")} help={t("languageHelp")} options={languages} />
      <SelectField name="zone" label={t("zone")} help={t("zoneHelp")} options={zones} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <Saved shown={isSaved ? t("saved") : null} />
      </div>
    </Form>
  );
}

/** Another password; it asks for the present one where that was not given a moment ago. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("people.password");
  const [isSaved, setSaved] = useState(false);
  const of = useActionForm({
    schema: async () => (await import("../schema")).changePasswordInput,
    action: (input) => {
      setSaved(false);
      return changePasswordAction(input);
    },
    defaultValues: { password: "" },
    onSuccess() {
      of.form.reset({ password: "" });
      setSaved(true);
    },
  });
  return (
    <Form of={of} className="mt-4 max-w-140">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField name="password" type="password" label={t("new")} help={t("help")} autoComplete="new-password" />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="default">{t("change")}</SubmitButton>
        <Saved shown={isSaved ? t("changed") : null} />
      </div>
    </Form>
  );
}

/** Signs out everywhere but here. */
export function EndOtherSessions() {
  const t = useTranslations("people.sessions");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  return (
    <div className="mt-4 flex flex-wrap items-center gap-4">
      <Button
        pending={state === "busy"}
        onClick={async () => {
          setState("busy");
          const result = await endOtherSessionsAction({}).catch(() => null);
          setState(result?.ok ? "idle" : "failed");
        }}
      >
        {t("endOthers")}
      </Button>
      {state === "failed" && (
        <p role="alert" className="text-critical-ink">
          {t("failed")}
        </p>
      )}
    </div>
  );
}
