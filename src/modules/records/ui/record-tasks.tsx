import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { classes } from "@/ui/classes";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Section } from "@/ui/section";
import type { RecordTask } from "../queries/tasks";
import { TaskDone } from "./task-done";

type Props = { tasks: readonly RecordTask[]; zone: string; add?: ReactNode };

/** What is to be done about a record, the next due first; `add` plans more. */
export function RecordTasks({ tasks, zone, add }: Props) {
  const t = useTranslations("records.task");
  if (tasks.length === 0 && !add) return null;
  return (
    <Section id="tasks" title={t("title")} aside={add} spaced>
      {tasks.length === 0 && <p className="pt-3 text-ink-2">{t("none")}</p>}
      <ul>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} zone={zone} />
        ))}
      </ul>
    </Section>
  );
}

function TaskLine({ task, zone }: { task: RecordTask; zone: string }) {
  const t = useTranslations("records");
  const locale = useLocale();
  const day = formatDay(task.dueOn, locale, { weekday: true });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <span className={classes("wrap-anywhere font-strong", task.done && "text-ink-2 line-through")}>
          {task.title}
        </span>{" "}
        {task.audience === "internal" && <Chip icon="lock">{t("internal")}</Chip>}
        <span className={classes("block text-xs", task.late ? "text-critical-ink" : "text-ink-2")}>
          {task.done
            ? t("task.doneBy", { actor: task.done.by, when: formatDayTime(task.done.at, locale, zone) })
            : t(task.late ? "task.overdue" : "task.due", { owner: task.owner, day })}
        </span>
      </div>
      {task.can.setDone && <TaskDone taskId={task.id} title={task.title} done={task.done !== null} />}
    </li>
  );
}
