"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/ui/form/checkbox-group-field";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { EmailField, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import {
  changeRolesAction,
  disablePersonAction,
  enablePersonAction,
  inviteAction,
  resendInvitationAction,
  resetSecondFactorAction,
  withdrawInvitationAction,
} from "../actions";
import {
  changeRolesInput,
  type InviteForm,
  invitationInput,
  inviteInput,
  personInput,
  type RolesForm,
} from "../schema";

type Done = { onDone: () => void };
export type Territory = { readonly id: string; readonly name: string };
type Choice = { roles: readonly string[]; territories: readonly Territory[] };

/** What somebody may do, and for a channel manager where. */
function RolesFields({ roles, territories, watched }: Choice & { watched: readonly string[] }) {
  const t = useTranslations("people.team");
  const words = useTranslations("signIn.roles");
  const help = useTranslations("people.roleHelp");
  return (
    <>
      <CheckboxGroupField
        name="roles"
        label={t("roles")}
        options={roles.map((role) => ({ value: role, label: words(role), help: help(role) }))}
      />
      {watched.includes("channel_manager") && (
        <SelectField
          name="regionId"
          label={t("territory")}
          help={t("territoryHelp")}
          optional
          placeholder={t("noTerritory")}
          options={territories.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

export type InviteProps = Choice & { partnerId: string | null };

export function InviteDialogForm({ partnerId, roles, territories, onDone }: InviteProps & Done) {
  const t = useTranslations("people.team");
  const form = useActionForm<InviteForm, unknown>({
    schema: inviteInput,
    action: inviteAction,
    defaultValues: { partnerId, email: "", name: "", title: "", roles: [], regionId: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      <EmailField name="email" label={t("email")} autoComplete="off" />
      <TextField name="title" label={t("title")} optional />
      <RolesFields roles={roles} territories={territories} watched={form.form.watch("roles")} />
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}

export type RolesProps = Choice & { personId: string; held: readonly string[]; regionId: string | null };

export function RolesDialogForm({ personId, held, regionId, roles, territories, onDone }: RolesProps & Done) {
  const t = useTranslations("people.team");
  const form = useActionForm<RolesForm, unknown>({
    schema: changeRolesInput,
    action: changeRolesAction,
    // The roles somebody holds are among those of their organisation.
    defaultValues: { personId, roles: [...held] as RolesForm["roles"], regionId: regionId ?? "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <RolesFields roles={roles} territories={territories} watched={form.form.watch("roles")} />
      <SubmitButton>{t("saveRoles")}</SubmitButton>
    </Form>
  );
}

const forPeople = {
  disable: disablePersonAction,
  enable: enablePersonAction,
  resetFactor: resetSecondFactorAction,
} as const;
export type PersonProps = { personId: string; does: keyof typeof forPeople };

export function PersonDialogForm({ personId, does, onDone }: PersonProps & Done) {
  const t = useTranslations("people.team");
  return (
    <ConfirmForm
      schema={personInput}
      action={forPeople[does]}
      values={{ personId }}
      variant={does === "enable" ? "primary" : "danger"}
      onDone={onDone}
    >
      {t(`${does}.submit`)}
    </ConfirmForm>
  );
}

const forInvitations = { resend: resendInvitationAction, withdraw: withdrawInvitationAction } as const;
export type InvitationProps = { invitationId: string; does: keyof typeof forInvitations };

export function InvitationDialogForm({ invitationId, does, onDone }: InvitationProps & Done) {
  const t = useTranslations("people.team");
  return (
    <ConfirmForm
      schema={invitationInput}
      action={forInvitations[does]}
      values={{ invitationId }}
      variant={does === "withdraw" ? "danger" : "primary"}
      onDone={onDone}
    >
      {t(`${does}.submit`)}
    </ConfirmForm>
  );
}
