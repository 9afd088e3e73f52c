"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Target } from "./decision-forms";

const forms = () => import("./decision-forms");

type Props = Target & { consequence: { approve: string; reject: string; return: string } };

/** Approve, return with a question, reject: each asks once and says what follows. */
export function DecisionActions({ consequence, ...target }: Props) {
  const t = useTranslations("channel.decide");
  return (
    <>
      <ActionDialog
        label={t("reject")}
        variant="danger"
        title={t("rejectTitle")}
        description={consequence.reject}
        load={async () => (await forms()).RejectForm}
        form={target}
      />
      <ActionDialog
        label={t("return")}
        kbd="r"
        title={t("returnTitle")}
        description={consequence.return}
        load={async () => (await forms()).ReturnForm}
        form={target}
      />
      <ActionDialog
        label={t("approve")}
        variant="primary"
        kbd="a"
        title={t("approveTitle")}
        description={consequence.approve}
        load={async () => (await forms()).ApproveForm}
        form={target}
      />
    </>
  );
}

/** Confirms a reported win; from then on it counts. */
export function ConfirmWin({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.win");
  return (
    <ActionDialog
      label={t("confirm")}
      variant="primary"
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).ConfirmWinForm}
      form={target}
    />
  );
}
