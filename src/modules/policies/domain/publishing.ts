import { addDays, type PlainDate } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";

export type VersionStatus = "draft" | "checked" | "published" | "superseded";
/** Where a version stands at a moment; what is published is so by its date. */
export type VersionState = "draft" | "checked" | "scheduled" | "in_force" | "superseded";

export type DatedVersion = { readonly status: VersionStatus; readonly effectiveFrom: Date };

/** The state of one of the versions of a kind; the newest that has come into force is the one in force. */
export function stateOf(version: DatedVersion, all: readonly DatedVersion[], now: Date): VersionState {
  if (version.status === "draft" || version.status === "checked") return version.status;
  if (version.effectiveFrom > now) return "scheduled";
  const isReplaced = all.some(
    ({ status, effectiveFrom }) =>
      (status === "published" || status === "superseded") &&
      effectiveFrom > version.effectiveFrom &&
      effectiveFrom <= now,
  );
  return isReplaced ? "superseded" : "in_force";
}

const usualNotice = 30;

/** How many days ahead a change is announced: what the rules in force promise; nothing where there are none yet. */
export function noticeDays(inForce: Pick<PolicyBody, "settings"> | null): number {
  if (!inForce) return 0;
  const days = inForce.settings["notice.days"];
  return typeof days === "number" && Number.isInteger(days) && days >= 0 ? days : usualNotice;
}

/** The first day on which a version published today may take effect: all days of the notice lie between. */
export function earliestDay(today: PlainDate, notice: number): PlainDate {
  return notice === 0 ? today : addDays(today, notice + 1);
}

/** Whether somebody may publish a draft: a second person, where there is one who may. */
export function mayPublish(personId: string, draftedById: string | null, eligible: readonly string[]): boolean {
  const others = eligible.filter((candidate) => candidate !== draftedById);
  return personId !== draftedById || others.length === 0;
}

/** Whether the rules ask everybody to acknowledge them before their first registration. */
export const asksAcknowledgement = ({ settings }: Pick<PolicyBody, "settings">): boolean =>
  settings["acknowledgement.required"] === true;
