import { classes } from "@/ui/classes";

/** A quiet bar where text will stand. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes("block h-4 rounded-sm bg-hover motion-safe:animate-pulse", className)}
    />
  );
}

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-3/4", "w-1/3"];

/** Rows of a list to come; `label` says aloud that it is loading. */
export function SkeletonRows({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars stand for nothing yet
        <div key={row} className="flex h-10 items-center justify-between gap-6 border-b border-line">
          <Skeleton className={widths[row % widths.length]} />
          <Skeleton className="w-20 shrink-0" />
        </div>
      ))}
    </div>
  );
}
