import type { ReactNode } from "react";

type Row = {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** How deep it lies in a tree. */
  readonly depth?: number;
  readonly quiet?: boolean;
  readonly actions?: ReactNode;
};

/** Things that were set, one a line, each with what can be done about it. */
export function SettingList({ label, rows }: { label: string; rows: readonly Row[] }) {
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5"
          style={row.depth ? { paddingInlineStart: `${row.depth * 1.5}rem` } : undefined}
        >
          <div className="min-w-0 flex-1 basis-48">
            <div className={row.quiet ? "text-ink-3" : "font-strong"}>{row.title}</div>
            {row.detail && <div className="mt-0.5 text-ink-2">{row.detail}</div>}
          </div>
          {row.actions && <div className="flex flex-wrap gap-2">{row.actions}</div>}
        </li>
      ))}
    </ul>
  );
}
