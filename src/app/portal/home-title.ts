import { dueWords } from "@/ui/format/format";
import type { Need } from "@/ui/task-list";
import type { Reader } from "../reader";

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The answer to "what needs me": how many, and what is due today; with the time where it is one thing that has one. */
export function homeTitle(
  t: Translate,
  tasks: readonly Need[],
  today: readonly Need[],
  { locale, zone }: Reader,
): string {
  const only = today.length === 1 ? today[0] : undefined;
  const due = only?.timed ? only.dueAt : null;
  const days = { today: t("home.today"), tomorrow: t("tomorrow") };
  const time = due ? dueWords(due, due, zone, locale, days) : "";
  return [
    t("home.title", { count: tasks.length }),
    today.length > 0 ? t("home.dueToday", { count: today.length, time, timed: time ? "yes" : "no" }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
