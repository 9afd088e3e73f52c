import { type ReactNode, useId } from "react";
import { classes } from "@/ui/classes";

export type SectionProps = {
  title: ReactNode;
  /** A few quiet words or a link at the end of the line. */
  aside?: ReactNode;
  /** Space above; the first section of a column has none. */
  spaced?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page: the title stands on a hairline. */
export function Section({ title, aside, spaced, id, className, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className={classes("min-w-0", spaced && "mt-8", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-2">
        <h2 id={titleId}>{title}</h2>
        {aside && <div className="text-xs text-ink-3">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
