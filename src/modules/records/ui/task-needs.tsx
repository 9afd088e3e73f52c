import { getLocale, getTranslations } from "next-intl/server";
import { addDays, dayOf, daysBetween, startOfDay } from "@/kernel/dates";
import { formatDay } from "@/ui/format/format";
import type { Need } from "@/ui/task-list";
import type { OwnTask } from "../queries/tasks";

type Given = { tasks: readonly OwnTask[]; hrefOf: (task: OwnTask) => string; now: Date; zone: string };

/** The reader's own tasks, each due until its day is over in their zone. */
export async function taskNeeds({ tasks, hrefOf, now, zone }: Given): Promise<Need[]> {
  const t = await getTranslations("records.task");
  const locale = await getLocale();
  const today = dayOf(now, zone);
  return tasks.map((task) => {
    const days = daysBetween(today, task.dueOn);
    const late = days < 0;
    return {
      id: `task-${task.id}`,
      icon: "calendar",
      title: task.title,
      detail: t("needDetail", { record: task.label, by: task.by }),
      dueAt: startOfDay(addDays(task.dueOn, 1), zone),
      timed: false,
      due: days === 0 ? t("today") : formatDay(task.dueOn, locale, { weekday: true }),
      left: late ? t("late", { days: -days }) : t("left", { days }),
      tone: late ? "critical" : days === 0 ? "warning" : undefined,
      action: { href: hrefOf(task), label: t("open"), name: t("openName", { title: task.title }) },
    };
  });
}
