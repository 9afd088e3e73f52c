"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";

const forms = () => import("./second-factor-forms");

/** New recovery codes, and back to the password alone. */
export function SecondFactorActions() {
  const t = useTranslations("people.secondFactor");
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <ActionDialog
        label={t("newCodes")}
        title={t("newCodes")}
        description={t("newCodesText")}
        load={async () => (await forms()).RenewRecoveryCodes}
        form={{}}
      />
      <ActionDialog
        label={t("turnOff")}
        variant="danger"
        title={t("turnOffTitle")}
        description={t("turnOffText")}
        load={async () => (await forms()).RemoveSecondFactor}
        form={{}}
      />
    </div>
  );
}
