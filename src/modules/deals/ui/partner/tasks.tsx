import { getLocale, getTranslations } from "next-intl/server";
import { addDays, dayOf, daysBetween, startOfDay } from "@/kernel/dates";
import { dueWords, formatDay, formatMoney } from "@/ui/format/format";
import type { Need, Task } from "@/ui/task-list";
import type { DealTask } from "../../queries/home";

type Props = { tasks: readonly DealTask[]; now: Date; zone: string; vendorZone: string };

const icons = {
  answer: "message-circle-question-mark",
  protection_ends: "hourglass",
  report_outcome: "flag",
  finish_draft: "pencil",
} as const;

/** When a task is due: an answer at its moment, the end of a protection with its last day; others have no due time. */
function dueOf({ kind, deal }: DealTask, vendorZone: string): Date | null {
  if (kind === "answer") return deal.dueAt;
  if (kind === "protection_ends" && deal.protectedThrough)
    return startOfDay(addDays(deal.protectedThrough, 1), vendorZone);
  return null;
}

/** What waits for a partner's person, each with its due time and its one action. */
export async function partnerNeeds({ tasks, now, zone, vendorZone }: Props): Promise<Need[]> {
  const t = await getTranslations("deals.task");
  const locale = await getLocale();
  const today = dayOf(now, vendorZone);
  return tasks.map((task) => {
    const { kind, deal } = task;
    const customer = deal.customer || deal.number;
    const amount = deal.amount ? formatMoney(deal.amount, locale) : "";
    const label = t(`${kind}.action`);
    return {
      id: `${kind}-${deal.id}`,
      icon: icons[kind],
      title: t(`${kind}.title`, { customer, asker: deal.reviewer ? "yes" : "no", name: deal.reviewer ?? "" }),
      detail: t(`${kind}.detail`, {
        number: deal.number,
        amount: amount ? "yes" : "no",
        money: amount,
        asked: deal.question ? "yes" : "no",
        question: deal.question ?? "",
        day: deal.expectedClose ? formatDay(deal.expectedClose, locale) : "",
      }),
      action: {
        href:
          kind === "answer" || kind === "finish_draft" ? `/portal/deals/${deal.id}/edit` : `/portal/deals/${deal.id}`,
        label,
        name: t("actionName", { action: label, customer }),
      },
      ...dueParts(task),
      dueAt: dueOf(task, vendorZone),
      timed: kind === "answer",
    };
  });

  function dueParts({ kind, deal }: DealTask): Pick<Task, "due" | "left" | "tone"> {
    if (kind === "answer" && deal.dueAt) {
      const hours = Math.floor((deal.dueAt.getTime() - now.getTime()) / 3_600_000);
      const due = dueWords(deal.dueAt, now, zone, locale, { today: t("today"), tomorrow: t("tomorrow") });
      const left =
        hours < 0 ? t("late") : hours < 24 ? t("hours", { hours }) : t("days", { days: Math.floor(hours / 24) });
      return { due, left, tone: hours < 0 ? "critical" : hours < 24 ? "warning" : undefined };
    }
    if (kind === "protection_ends" && deal.protectedThrough) {
      const days = daysBetween(today, deal.protectedThrough);
      const due = formatDay(deal.protectedThrough, locale, { weekday: true });
      return { due, left: t("lastDays", { days }), tone: days <= 1 ? "warning" : undefined };
    }
    if (kind === "report_outcome" && deal.expectedClose) {
      return { due: t("past"), left: t("daysPast", { days: daysBetween(deal.expectedClose, today) }) };
    }
    return {};
  }
}
