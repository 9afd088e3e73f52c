import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { SecondFactorActions } from "./second-factor-actions";

/** How the second factor stands, and what can be done about it. */
export function SecondFactorStanding({ on, codesLeft, here }: { on: boolean; codesLeft: number; here: string }) {
  const t = useTranslations("people.secondFactor");
  if (!on) {
    return (
      <>
        <p className="mt-3 max-w-prose text-ink-2">{t("off")}</p>
        <div className="mt-3">
          <LinkButton href={`/second-factor?returnTo=${encodeURIComponent(here)}`}>{t("setUp")}</LinkButton>
        </div>
      </>
    );
  }
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip icon="shield-check" tone="positive">
          {t("isOn")}
        </Chip>
        <span className="text-ink-2">{t("codesLeft", { count: codesLeft })}</span>
      </p>
      <SecondFactorActions />
    </>
  );
}
