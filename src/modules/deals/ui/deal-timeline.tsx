import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isPlainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { formatDay, formatMoney, formatPercent } from "@/ui/format/format";
import type { IconName } from "@/ui/icon";
import type { TimelineEntry } from "@/ui/timeline";
import type { Tone } from "@/ui/tone";
import type { DealEvent } from "../queries/record-deal";
import { reasonKey } from "./reason-words";

const looks: Record<string, { icon: IconName; tone?: Tone }> = {
  "deal.drafted": { icon: "pencil" },
  "deal.submitted": { icon: "send" },
  "deal.answered": { icon: "message-square" },
  "deal.approvedByRule": { icon: "shield-check", tone: "positive" },
  "deal.rejectedByRule": { icon: "circle-x", tone: "critical" },
  "deal.askedByRule": { icon: "message-circle-question-mark", tone: "warning" },
  "deal.sentToReview": { icon: "scale" },
  "deal.approved": { icon: "shield-check", tone: "positive" },
  "deal.rejected": { icon: "circle-x", tone: "critical" },
  "deal.returned": { icon: "message-circle-question-mark", tone: "warning" },
  "deal.withdrawn": { icon: "undo-2" },
  "deal.withdrawnUnanswered": { icon: "hourglass" },
  "deal.escalated": { icon: "circle-alert", tone: "warning" },
  "deal.reviewReminded": { icon: "circle-alert", tone: "warning" },
  "deal.inactivityWarned": { icon: "hourglass", tone: "warning" },
  "deal.milestoneWarned": { icon: "hourglass", tone: "warning" },
  "deal.expired": { icon: "hourglass" },
  "deal.extensionAsked": { icon: "hourglass" },
  "deal.extensionSentToReview": { icon: "scale" },
  "deal.extendedByRule": { icon: "shield-check", tone: "positive" },
  "deal.extended": { icon: "shield-check", tone: "positive" },
  "deal.extensionDeclined": { icon: "circle-x" },
  "deal.handedOver": { icon: "user-round-cog" },
  "deal.extensionHandedOver": { icon: "user-round-cog" },
  "deal.extensionEscalated": { icon: "circle-alert", tone: "warning" },
  "deal.extensionLapsed": { icon: "hourglass" },
  "deal.copied": { icon: "copy" },
  "deal.released": { icon: "shield-off" },
  "deal.releasedByRule": { icon: "shield-off" },
  "deal.revocationAsked": { icon: "scale" },
  "deal.revocationDeclined": { icon: "scale" },
  "deal.revoked": { icon: "shield-off", tone: "critical" },
  "deal.disputeOpened": { icon: "scale", tone: "warning" },
  "deal.disputeAssigned": { icon: "scale" },
  "deal.disputeEscalated": { icon: "circle-alert", tone: "warning" },
  "deal.disputeWithdrawn": { icon: "undo-2" },
  "deal.disputeUpheld": { icon: "circle-x", tone: "critical" },
  "deal.disputeOverturned": { icon: "shield-check", tone: "positive" },
  "deal.stageChanged": { icon: "trending-up" },
  "deal.winReported": { icon: "flag" },
  "deal.winConfirmed": { icon: "circle-check", tone: "positive" },
  "deal.winConfirmedByOrder": { icon: "circle-check", tone: "positive" },
  "deal.breachFound": { icon: "circle-alert", tone: "warning" },
  "deal.breachClosed": { icon: "scale" },
  "deal.presalesStarted": { icon: "handshake" },
  "deal.presalesGiven": { icon: "handshake", tone: "positive" },
  "deal.presalesEscalated": { icon: "circle-alert", tone: "warning" },
  "deal.lost": { icon: "circle-slash" },
  "deal.partnerInvited": { icon: "send" },
  "deal.partnerJoined": { icon: "handshake", tone: "positive" },
  "deal.partnerDeclined": { icon: "circle-x" },
  "deal.partnerWithdrawn": { icon: "undo-2" },
  "deal.partnerLeft": { icon: "circle-slash" },
  "deal.partnerRemoved": { icon: "circle-slash", tone: "warning" },
};

/** The events that are decisions, for those who look for nothing else. */
export const dealDecisions: readonly string[] = [
  "deal.approvedByRule",
  "deal.rejectedByRule",
  "deal.askedByRule",
  "deal.approved",
  "deal.rejected",
  "deal.returned",
  "deal.extendedByRule",
  "deal.extended",
  "deal.extensionDeclined",
  "deal.revocationDeclined",
  "deal.revoked",
  "deal.releasedByRule",
  "deal.disputeUpheld",
  "deal.disputeOverturned",
  "deal.winConfirmed",
];

/** What happened to a deal, in words. */
export function useDealEvents(): (event: Happened) => Omit<TimelineEntry, "id" | "time" | "at"> {
  const t = useTranslations("deals.event");
  const more = useMore();
  return (event) => ({
    ...(looks[event.type] ?? { icon: "info" as const }),
    text: t.rich(eventKey(event.type), { ...words(event), b: (chunks) => <b>{chunks}</b> }),
    more: more(event),
  });
}

type Happened = Pick<DealEvent, "type" | "actor" | "data">;

/** "deal.approvedByRule" stands under `event.approvedByRule`: a dot would be a level of its own. */
function eventKey(type: string): string {
  return type.slice(type.indexOf(".") + 1);
}

function words({ actor, data }: Happened): Record<string, string | number> {
  const shown = Object.entries(data).map(([key, value]) => [
    key,
    typeof value === "number" ? value : String(value ?? "–"),
  ]);
  return { ...Object.fromEntries(shown), actor };
}

/** The second line of an entry: what was written, or what followed. */
function useMore(): (event: Happened) => ReactNode {
  const t = useTranslations("deals");
  const locale = useLocale();
  return ({ type, data }) => {
    const text = data.note || data.question || data.answer;
    const parts: string[] = [];
    const reason = reasonKey(type, data.reason);
    if (reason && t.has(reason)) parts.push(t("more.reason", { reason: t(reason) }));
    const through = data.endsOn ?? data.through ?? data.protectedThrough;
    if (typeof data.to === "string" && typeof data.from === "string" && t.has(`stage.${data.to}`)) {
      parts.push(t("more.stage", { from: t(`stage.${data.from}`), to: t(`stage.${data.to}`) }));
    }
    if (typeof through === "string" && isPlainDate(through)) {
      const day = formatDay(through, locale, { year: true });
      const percent =
        typeof data.benefitBasisPoints === "number" ? formatPercent(data.benefitBasisPoints / 10_000, locale) : null;
      if (data.through) parts.push(t("more.wanted", { day }));
      else parts.push(percent === null ? t("more.ends", { day }) : t("more.granted", { day, percent }));
    }
    if (typeof data.amount === "number" && typeof data.currency === "string") {
      parts.push(
        t("more.won", {
          amount: formatMoney(money(data.amount, data.currency), locale),
          order: String(data.orderReference ?? ""),
        }),
      );
    }
    if (typeof data.copiedFrom === "string") parts.push(t("more.copiedFrom", { number: data.copiedFrom }));
    if (typeof text === "string" && text) parts.push(t("more.quote", { text }));
    return parts.length > 0 ? <span className="wrap-anywhere whitespace-pre-line">{parts.join(" ")}</span> : undefined;
  };
}
