import type { ReactNode } from "react";

export type KeyFact = { label: string; value: ReactNode; detail?: ReactNode };

/** Label and value on one line, the hairline under both. */
export function KeyFacts({ facts }: { facts: KeyFact[] }) {
  return (
    <dl>
      {facts.map((fact) => (
        <div key={fact.label} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0">
          <dt className="shrink-0 text-ink-3">{fact.label}</dt>
          <dd className="min-w-0 text-end wrap-anywhere">
            {fact.value}
            {fact.detail && <span className="block text-xs text-ink-3">{fact.detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
