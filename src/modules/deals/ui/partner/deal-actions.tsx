"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { ExtensionProps, LossProps, StageProps, Target, WinProps } from "./deal-action-forms";

const forms = () => import("./deal-action-forms");

/** Takes a registration back before it is decided, or throws a draft away; asks once and says what follows. */
export function WithdrawDeal({ name, draft, ...target }: Target & { name: string; draft: boolean }) {
  const t = useTranslations(`deals.dialog.${draft ? "discard" : "withdraw"}`);
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence", { name })}
      load={async () => (await forms()).WithdrawForm}
      form={{ ...target, label: t("confirm") }}
    />
  );
}

/** Asks for a longer protection; says whether the rules grant it at once or a person decides. */
export function AskExtension({ consequence, ...form }: ExtensionProps & { consequence: string }) {
  const t = useTranslations("deals.dialog.extension");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).ExtensionForm}
      form={form}
    />
  );
}

/** Gives up an approved registration; asks once and says what follows. */
export function ReleaseDeal({ name, ...target }: Target & { name: string }) {
  const t = useTranslations("deals.dialog.release");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence", { name })}
      load={async () => (await forms()).ReleaseForm}
      form={target}
    />
  );
}

/** Moves the open sale along. */
export function ChangeStage(form: StageProps) {
  const t = useTranslations("deals.dialog.stage");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence")}
      load={async () => (await forms()).StageForm}
      form={form}
    />
  );
}

/** Reports that the sale was lost, and why. */
export function ReportLoss(form: LossProps) {
  const t = useTranslations("deals.dialog.loss");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence")}
      load={async () => (await forms()).LossForm}
      form={form}
    />
  );
}

/** Reports that the customer ordered. It counts once the vendor confirms it. */
export function ReportWin({ vendor, ...form }: WinProps & { vendor: string }) {
  const t = useTranslations("deals.dialog.win");
  return (
    <ActionDialog
      label={t("open")}
      variant="primary"
      title={t("title")}
      description={t("consequence", { vendor })}
      load={async () => (await forms()).WinForm}
      form={form}
    />
  );
}

/** Disputes a rejection; says who looks at it again and what holds until then. */
export function OpenDispute({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("deals.dialog.dispute");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).DisputeForm}
      form={target}
    />
  );
}

/** Takes a dispute back; asks once and says what follows. */
export function WithdrawDispute(target: Target) {
  const t = useTranslations("deals.dialog.withdrawDispute");
  return (
    <ActionDialog
      label={t("open")}
      title={t("title")}
      description={t("consequence")}
      load={async () => (await forms()).WithdrawDisputeForm}
      form={target}
    />
  );
}
