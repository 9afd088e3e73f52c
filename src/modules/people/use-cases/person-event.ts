import type { EventDraft } from "@/server/events";

type About = { readonly id: string; readonly partnerId: string | null };

/** An event about a person or an invitation, in the organisation it belongs to. */
export function personEvent(
  type: string,
  { id, partnerId }: About,
  data: EventDraft["data"] = {},
  subjectKind: "person" | "invitation" = "person",
): EventDraft {
  return { type, subjectKind, subjectId: id, partnerId, data };
}
