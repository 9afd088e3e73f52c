import { useLocale, useTranslations } from "next-intl";
import { dueWords, formatDay, formatMoney } from "@/ui/format/format";
import { TaskList } from "@/ui/task-list";
import type { DealTask } from "../../queries/home";

type Props = { tasks: readonly DealTask[]; now: Date; zone: string };

/** What waits for a reviewer, each with its due time and one button. */
export function VendorTasks({ tasks, now, zone }: Props) {
  const t = useTranslations("channel");
  const reason = useTranslations("deals.reason");
  const locale = useLocale();
  return (
    <TaskList
      tasks={tasks.map(({ kind, deal }) => {
        const href = `/channel/deals/${deal.id}`;
        const { customer, number, partner } = deal;
        if (kind === "confirm_win") {
          const amount = deal.wonAmount ? formatMoney(deal.wonAmount, locale) : "";
          return {
            id: deal.id,
            icon: "flag" as const,
            title: t("home.winTitle", { customer }),
            detail: t("home.winDetail", { number, partner, amount }),
            due: deal.wonOn ? t("home.reported", { day: formatDay(deal.wonOn, locale) }) : undefined,
            action: { href, label: t("home.confirm") },
          };
        }
        const late = deal.dueAt !== null && deal.dueAt <= now;
        const why = deal.reviewReason && reason.has(deal.reviewReason) ? reason(deal.reviewReason) : "";
        return {
          id: deal.id,
          icon: "scale" as const,
          title: t("home.decideTitle", { customer }),
          detail: t("home.decideDetail", {
            number,
            partner,
            amount: deal.amount ? formatMoney(deal.amount, locale) : "",
            reason: why,
          }),
          due: deal.dueAt
            ? dueWords(deal.dueAt, now, zone, locale, { today: t("clock.today"), tomorrow: t("clock.tomorrow") })
            : undefined,
          left: late ? t("home.overdueLeft") : undefined,
          tone: late ? ("critical" as const) : undefined,
          action: { href, label: t("home.decide") },
        };
      })}
    />
  );
}
