import type { ReactNode } from "react";
import { LinkButton } from "@/ui/button";
import { classes } from "@/ui/classes";
import { Icon, type IconName } from "@/ui/icon";
import { type Tone, toneInk } from "@/ui/tone";

export type Task = {
  id: string;
  icon: IconName;
  /** What to do, as an instruction: "Answer Jonas about Bergfeld Logistik". */
  title: ReactNode;
  /** Why, and what happens without it. */
  detail: ReactNode;
  due?: ReactNode;
  /** What is left until then: "5 h left". */
  left?: ReactNode;
  /** Of the due time: warning when it is soon, critical when it has passed. */
  tone?: Tone;
  /** `name` is the accessible name where the label alone does not tell the rows apart. */
  action: { href: string; label: string; name?: string };
};

/** A task that somebody has to do, with when it is due; `timed` where that is a time of day and not the end of one. */
export type Need = Task & { dueAt: Date | null; timed: boolean };

/** What needs me, the next due first; each row with its one action. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul>
      {tasks.map((task) => (
        <TaskRow key={task.id} {...task} />
      ))}
    </ul>
  );
}

function TaskRow({ icon, title, detail, due, left, tone, action }: Task) {
  const dueInk = tone && tone !== "neutral" ? toneInk[tone] : undefined;
  return (
    <li className="grid min-h-15 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-b border-line py-3 sm:grid-cols-[1.25rem_minmax(0,1fr)_9.25rem_7.25rem] sm:py-2.25">
      <Icon name={icon} className="mt-0.5 self-start text-ink-3" />
      <div className="min-w-0 max-sm:col-span-2">
        <b className="block wrap-anywhere">{title}</b>
        <span className="mt-0.5 block text-xs text-ink-2">{detail}</span>
      </div>
      <div className="figures flex flex-wrap items-baseline gap-x-2 max-sm:col-start-2 sm:block">
        {due && <b className={classes("sm:block", dueInk)}>{due}</b>}
        {left && <span className={classes("text-xs sm:mt-0.5 sm:block", dueInk ?? "text-ink-3")}>{left}</span>}
      </div>
      <LinkButton
        href={action.href}
        size="sm"
        aria-label={action.name}
        className="max-sm:col-start-3 max-sm:h-10 max-sm:px-3.5 sm:w-full"
      >
        {action.label}
      </LinkButton>
    </li>
  );
}
