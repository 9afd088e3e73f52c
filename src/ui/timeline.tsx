import type { ReactNode } from "react";
import { Icon, type IconName } from "@/ui/icon";
import { type Tone, toneInk } from "@/ui/tone";

export type TimelineEntry = {
  id: string;
  icon: IconName;
  tone?: Tone;
  /** Who did what. */
  text: ReactNode;
  /** When, in words; `at` is the moment for machines, ISO 8601. */
  time: ReactNode;
  at?: string;
  /** What was written, the reason, the file. */
  more?: ReactNode;
};

/** Everything that happened, newest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 py-2.25 not-last:before:absolute not-last:before:start-[9.5px] not-last:before:top-8 not-last:before:-bottom-2 not-last:before:w-px not-last:before:bg-line-strong sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
        >
          <span className="grid size-5 place-items-center">
            <Icon name={entry.icon} className={entry.tone ? toneInk[entry.tone] : "text-ink-3"} />
          </span>
          <span className="min-w-0">{entry.text}</span>
          <time
            dateTime={entry.at}
            className="figures text-ink-3 max-sm:col-start-2 max-sm:text-xs sm:text-end sm:whitespace-nowrap"
          >
            {entry.time}
          </time>
          {entry.more && <div className="col-start-2 max-w-prose text-ink-2">{entry.more}</div>}
        </li>
      ))}
    </ol>
  );
}
