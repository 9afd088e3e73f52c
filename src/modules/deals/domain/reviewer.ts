import type { PlainDate } from "@/kernel/dates";

export type CoverPeriod = {
  readonly personId: string;
  readonly coverId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

type Choice = {
  readonly managerId: string | null;
  readonly covers: readonly CoverPeriod[];
  readonly programOwners: readonly string[];
  /** Who may not decide, because the entry is theirs. */
  readonly excluded: readonly string[];
  readonly today: PlainDate;
};

/** Who covers a person today, if anybody does. */
export function coverOf(personId: string, covers: readonly CoverPeriod[], today: PlainDate): string | null {
  const cover = covers.find((period) => period.personId === personId && period.from <= today && today <= period.to);
  return cover?.coverId ?? null;
}

/** The reviewer of a registration: the partner's manager, who covers them while away, then a program owner. Null when nobody may. */
export function chooseReviewer({ managerId, covers, programOwners, excluded, today }: Choice): string | null {
  const cover = managerId ? coverOf(managerId, covers, today) : null;
  const candidates = [cover ?? managerId, ...programOwners];
  return (
    candidates.find((candidate): candidate is string => candidate !== null && !excluded.includes(candidate)) ?? null
  );
}
