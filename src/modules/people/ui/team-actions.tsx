"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { InvitationProps, InviteProps, PersonProps, RolesProps } from "./team-forms";

const forms = () => import("./team-forms");

/** Asks somebody to join. */
export function Invite({ organisation, ...form }: InviteProps & { organisation: string }) {
  const t = useTranslations("people.team");
  return (
    <ActionDialog
      label={t("invite")}
      variant="primary"
      title={t("inviteTitle", { organisation })}
      description={t("inviteText")}
      load={async () => (await forms()).InviteDialogForm}
      form={form}
    />
  );
}

type Named = { name: string };

/** Changes what somebody may do. */
export function ChangeRoles({ name, ...form }: RolesProps & Named) {
  const t = useTranslations("people.team");
  return (
    <ActionDialog
      label={t("changeRoles")}
      about={name}
      variant="quiet"
      title={t("rolesTitle", { name })}
      description={t("rolesText")}
      load={async () => (await forms()).RolesDialogForm}
      form={form}
    />
  );
}

/** Lets somebody in no more, or again; `consequence` says what follows for their work. */
export function ChangeStanding({ name, consequence, ...form }: PersonProps & Named & { consequence: string }) {
  const t = useTranslations("people.team");
  return (
    <ActionDialog
      label={t(`${form.does}.open`)}
      about={name}
      variant="quiet"
      title={t(`${form.does}.title`, { name })}
      description={consequence}
      load={async () => (await forms()).PersonDialogForm}
      form={form}
    />
  );
}

/** Sends an invitation once more, or takes it back. */
export function ChangeInvitation({ name, ...form }: InvitationProps & Named) {
  const t = useTranslations("people.team");
  return (
    <ActionDialog
      label={t(`${form.does}.open`)}
      about={name}
      variant="quiet"
      title={t(`${form.does}.title`, { name })}
      description={t(`${form.does}.text`, { name })}
      load={async () => (await forms()).InvitationDialogForm}
      form={form}
    />
  );
}
