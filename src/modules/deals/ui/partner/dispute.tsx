import { useLocale, useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import type { DealRecord } from "../../queries/record-deal";
import { WithdrawDispute } from "./deal-actions";

type Props = { deal: DealRecord; now: Date; zone: string; vendor: string };

/** How a dispute of the partner stands: who looks at it again and by when, or what came of it and why. */
export function DisputeStanding({ deal, now, zone, vendor }: Props) {
  const t = useTranslations("deals.dispute");
  const words = useTranslations("deals.disputeReason");
  const locale = useLocale();
  const { dispute } = deal;
  if (!dispute || dispute.status === "withdrawn") return null;
  if (!dispute.closed) {
    const values = { owner: dispute.owner, vendor, due: formatDayTime(dispute.dueAt, locale, zone) };
    return (
      <div className="mb-6">
        <Notice tone="info" title={t("openTitle")}>
          <p>{t(dispute.dueAt <= now ? "late" : "openText", values)}</p>
          <p className="whitespace-pre-line">{t("statement", { statement: dispute.statement })}</p>
          {dispute.can.withdraw && (
            <div className="mt-2 print:hidden">
              <WithdrawDispute dealId={deal.id} version={deal.version} />
            </div>
          )}
        </Notice>
      </div>
    );
  }
  const isUpheld = dispute.status === "upheld";
  const reason = dispute.reason ? words(dispute.reason) : "";
  const when = formatDayTime(dispute.closed.at, locale, zone);
  return (
    <div className="mb-6">
      <Notice tone={isUpheld ? "info" : "positive"} title={t(isUpheld ? "upheldTitle" : "overturnedTitle")}>
        <p className="whitespace-pre-line">
          {t("outcome", { reason, note: dispute.note, by: dispute.closed.by, when })}
        </p>
      </Notice>
    </div>
  );
}
