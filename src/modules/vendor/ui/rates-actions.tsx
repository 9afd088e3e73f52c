"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionDialog } from "@/ui/action-dialog";
import { Button } from "@/ui/button";
import { setRateFeedAction } from "../actions";

/** Reads a file of rates in a dialog. */
export function ImportRates() {
  const t = useTranslations("vendor.rates");
  return (
    <ActionDialog
      label={t("import")}
      variant="primary"
      title={t("importTitle")}
      description={t("importAbout")}
      load={async () => (await import("./rates-forms")).RatesForm}
      form={{}}
    />
  );
}

/** Turns the daily fetch on or off. */
export function DailySwitch({ daily }: { daily: boolean }) {
  const t = useTranslations("vendor.rates");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function change(): Promise<void> {
    setState("busy");
    const result = await setRateFeedAction({ daily: !daily }).catch(() => null);
    setState(result?.ok ? "idle" : "failed");
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button pending={state === "busy"} onClick={() => void change()}>
        {t(daily ? "stopDaily" : "startDaily")}
      </Button>
      <p role="status" className="text-critical-ink">
        {state === "failed" && t("notSwitched")}
      </p>
    </div>
  );
}
