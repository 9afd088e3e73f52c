import { useLocale, useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import type { DealRecord } from "../../queries/record-deal";
import { AssignDispute, OverturnDispute, UpholdDispute } from "./dispute-actions";

type Props = { deal: DealRecord; now: Date; zone: string };

/** A dispute as the vendor's people read it: the partner's words, who judges it and by when, or what came of it. */
export function DisputePanel({ deal, now, zone }: Props) {
  const t = useTranslations("channel.dispute");
  const words = useTranslations("deals.disputeReason");
  const locale = useLocale();
  const { dispute } = deal;
  if (!dispute || dispute.status === "withdrawn") return null;
  const partner = deal.partner.name;
  const target = { dealId: deal.id, version: deal.version };
  if (dispute.closed) {
    const reason = dispute.reason ? words(dispute.reason) : "";
    const when = formatDayTime(dispute.closed.at, locale, zone);
    return (
      <div className="mb-5">
        <Notice tone="info" title={t(dispute.status === "upheld" ? "upheldTitle" : "overturnedTitle")}>
          <p className="whitespace-pre-line">{t("statement", { statement: dispute.statement })}</p>
          <p className="whitespace-pre-line">
            {t("outcome", { reason, note: dispute.note, by: dispute.closed.by, when })}
          </p>
        </Notice>
      </div>
    );
  }
  const values = { owner: dispute.owner, due: formatDayTime(dispute.dueAt, locale, zone) };
  return (
    <div className="mb-5">
      <Notice tone="warning" title={t("openTitle", { name: dispute.openedBy || partner })}>
        <p className="whitespace-pre-line">{t("statement", { statement: dispute.statement })}</p>
        <p>{t(dispute.dueAt <= now ? "late" : "owner", values)}</p>
        <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
          {dispute.can.decide && (
            <>
              <OverturnDispute
                {...target}
                consequence={t("overturnConsequence", { customer: deal.customer.name, partner })}
              />
              <UpholdDispute {...target} consequence={t("upholdConsequence", { partner })} />
            </>
          )}
          {dispute.assign && dispute.assign.judges.length > 0 && (
            <AssignDispute dealId={deal.id} fromId={dispute.assign.fromId} judges={dispute.assign.judges} />
          )}
        </div>
      </Notice>
    </div>
  );
}
