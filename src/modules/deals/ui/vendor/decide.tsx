import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatPercent } from "@/ui/format/format";
import type { Approval } from "../../domain/approval";
import { DecisionActions } from "./decision-actions";

type Props = { dealId: string; version: number; partner: string; approval: Approval };

/** The buttons that decide a registration, each with what follows from it. */
export function Decide({ dealId, version, partner, approval }: Props) {
  const t = useTranslations("channel.decide");
  const locale = useLocale();
  return (
    <DecisionActions
      dealId={dealId}
      version={version}
      consequence={{
        approve: t("approveConsequence", {
          partner,
          percent: formatPercent(approval.benefitBasisPoints / 10_000, locale),
          day: formatDay(approval.protectedThrough, locale, { year: true }),
        }),
        return: t("returnConsequence", { partner }),
        reject: t("rejectConsequence", { partner }),
      }}
    />
  );
}
