import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: ReactNode;
  /** What would stand here, and how it gets here. */
  text: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
};

/** A list with nothing in it says why, and what to do. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="border-b border-line py-8">
      <p className="font-strong">{title}</p>
      <p className="mt-1 max-w-prose text-ink-2">{text}</p>
      {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
