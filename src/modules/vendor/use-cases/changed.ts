import type { Failure } from "@/kernel/failure";
import type { EventDraft } from "@/server/events";
import { installationId } from "../domain/subject";

/** What is said where somebody else has saved since the page was read. */
export const changedElsewhere: Failure = {
  code: "conflict",
  entity: "settings",
  reason: "vendor.errors.changedElsewhere",
};

/** A change of the settings, for the vendor's people. */
export function changed(
  type: string,
  data: NonNullable<EventDraft["data"]>,
  subject: { kind: string; id: string } = { kind: "installation", id: installationId },
): EventDraft {
  return { type, subjectKind: subject.kind, subjectId: subject.id, partnerId: null, audience: "vendor", data };
}
