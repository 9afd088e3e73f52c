import { getLocale, getTranslations } from "next-intl/server";
import { dueWords, formatDay, formatMoney } from "@/ui/format/format";
import type { Need } from "@/ui/task-list";
import type { VendorTask } from "../../queries/home";

type Props = { tasks: readonly VendorTask[]; now: Date; zone: string };

/** What waits for a reviewer, each with its due time and one button. */
export async function vendorNeeds({ tasks, now, zone }: Props): Promise<Need[]> {
  const t = await getTranslations("channel");
  const reason = await getTranslations("deals.reason");
  const locale = await getLocale();
  return tasks.map(({ kind, deal, dueAt }) => {
    const when = { dueAt, timed: dueAt !== null };
    const href = `/channel/deals/${deal.id}`;
    const { customer, number, partner } = deal;
    if (kind === "confirm_win") {
      const amount = deal.wonAmount ? formatMoney(deal.wonAmount, locale) : "";
      return {
        ...when,
        id: deal.id,
        icon: "flag" as const,
        title: t("home.winTitle", { customer }),
        detail: t("home.winDetail", { number, partner, amount }),
        due: deal.wonOn ? t("home.reported", { day: formatDay(deal.wonOn, locale) }) : undefined,
        action: { href, label: t("home.confirm") },
      };
    }
    if (kind === "confirm_revocation") {
      return {
        ...when,
        id: `${kind}-${deal.id}`,
        icon: "shield-off" as const,
        title: t("home.revocationTitle", { customer }),
        detail: t("home.revocationDetail", { number, partner }),
        action: { href, label: t("home.look") },
      };
    }
    const late = dueAt !== null && dueAt <= now;
    const due = dueAt
      ? dueWords(dueAt, now, zone, locale, { today: t("clock.today"), tomorrow: t("clock.tomorrow") })
      : undefined;
    const timed = {
      due,
      left: late ? t("home.overdueLeft") : undefined,
      tone: late ? ("critical" as const) : undefined,
    };
    if (kind === "judge_dispute") {
      return {
        ...when,
        id: `${kind}-${deal.id}`,
        icon: "scale" as const,
        title: t("home.disputeTitle", { customer }),
        detail: t("home.disputeDetail", { number, partner }),
        ...timed,
        action: { href, label: t("home.look") },
      };
    }
    if (kind === "give_help") {
      return {
        ...when,
        id: `${kind}-${deal.id}`,
        icon: "handshake" as const,
        title: t("home.helpTitle", { customer }),
        detail: t("home.helpDetail", { number, partner }),
        ...timed,
        action: { href, label: t("home.help") },
      };
    }
    if (kind === "answer_extension") {
      return {
        ...when,
        id: `${kind}-${deal.id}`,
        icon: "hourglass" as const,
        title: t("home.extensionTitle", { customer }),
        detail: t("home.extensionDetail", {
          number,
          partner,
          day: deal.protectedThrough ? formatDay(deal.protectedThrough, locale) : "",
        }),
        ...timed,
        action: { href, label: t("home.answer") },
      };
    }
    const why = deal.reviewReason && reason.has(deal.reviewReason) ? reason(deal.reviewReason) : "";
    return {
      ...when,
      id: deal.id,
      icon: "scale" as const,
      title: t("home.decideTitle", { customer }),
      detail: t("home.decideDetail", {
        number,
        partner,
        amount: deal.amount ? formatMoney(deal.amount, locale) : "",
        reason: why,
      }),
      ...timed,
      action: { href, label: t("home.decide") },
    };
  });
}
