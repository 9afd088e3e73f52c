"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { InviteProps, Participating } from "./participation-forms";

const endForm = async () => (await import("../end-participation-form")).EndParticipationForm;
const forms = () => import("./participation-forms");

/** Asks another partner to take part in a deal; says what it learns before it consents. */
export function InvitePartner({ lead, vendor, ...form }: InviteProps & { lead: string; vendor: string }) {
  const t = useTranslations("deals.dialog.invite");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence", { lead, vendor })}
      load={async () => (await forms()).InviteForm}
      form={form}
    />
  );
}

/** Takes a question back that is not answered; asks once and says what follows. */
export function TakeBackInvitation({ name, participantId }: Participating & { name: string }) {
  const t = useTranslations("deals.dialog.takeBack");
  return (
    <ActionDialog
      label={t("open")}
      about={name}
      title={t("title")}
      description={t("consequence", { name })}
      load={async () => (await forms()).TakeBackForm}
      form={{ participantId }}
    />
  );
}

type Between = { lead: string; vendor: string };

/** Consents to take part; says who sees what from then on. */
export function JoinDeal({ lead, vendor, company, participantId }: Participating & Between & { company: string }) {
  const t = useTranslations("deals.dialog.join");
  return (
    <ActionDialog
      label={t("open")}
      variant="primary"
      title={t("title")}
      description={t("consequence", { lead, vendor, company })}
      load={async () => (await forms()).JoinForm}
      form={{ participantId }}
    />
  );
}

type Ending = Participating & { lead: string };

/** Does not want to take part, and says why. */
export function DeclineDeal(form: Ending) {
  const t = useTranslations("deals.dialog.decline");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence", { lead: form.lead })}
      load={endForm}
      form={{ ...form, does: "decline" as const }}
    />
  );
}

/** Takes part no longer; says what follows. */
export function LeaveDeal({ vendor, ...form }: Ending & { vendor: string }) {
  const t = useTranslations("deals.dialog.leave");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence", { lead: form.lead, vendor })}
      load={endForm}
      form={{ ...form, does: "leave" as const }}
    />
  );
}
