import type { ReactNode } from "react";

/** A record: the sections, and at the side the rail of key facts. On a narrow screen the rail follows. */
export function RecordColumns({
  rail,
  railLabel,
  children,
}: {
  rail: ReactNode;
  railLabel: string;
  children: ReactNode;
}) {
  return (
    <div className="mt-5 grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_var(--spacing-rail)]">
      <div className="min-w-0">{children}</div>
      <aside aria-label={railLabel} className="grid content-start gap-x-10 gap-y-5.5 sm:grid-cols-2 xl:grid-cols-1">
        {rail}
      </aside>
    </div>
  );
}

/** Home: what needs me, and beside it what waits for others. Whatever follows takes the whole width. */
export function HomeColumns({ main, side, children }: { main: ReactNode; side: ReactNode; children?: ReactNode }) {
  return (
    <div className="mt-5 md:mt-7">
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">{main}</div>
        <div className="grid min-w-0 content-start gap-7">{side}</div>
      </div>
      {children && <div className="mt-8 grid gap-10 md:mt-10">{children}</div>}
    </div>
  );
}

/** Two columns of equal weight, for charts and tables. */
export function EvenColumns({ children }: { children: ReactNode }) {
  return <div className="mt-7 grid gap-x-12 gap-y-10 *:min-w-0 xl:grid-cols-2">{children}</div>;
}
