import type { Actor } from "@/kernel/actor";
import type { Tx } from "./db";

/** A fact that something happened, as a use case returns it. `audience` vendor hides it from partners. */
export type EventDraft = {
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly partnerId: string | null;
  readonly audience?: "all" | "vendor";
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  /** Set where the system, not the actor, is the one who did it. */
  readonly by?: "system";
};

type Written = { readonly actor: Actor; readonly now: Date; readonly newId: () => string };

const systemName = "Entente";

/** Writes events in the transaction that caused them; without this row the change did not happen. */
export async function writeEvents(
  tx: Tx,
  drafts: readonly EventDraft[],
  { actor, now, newId }: Written,
): Promise<void> {
  if (drafts.length === 0) return;
  await tx.event.createMany({
    data: drafts.map((draft) => {
      const person = draft.by !== "system" && actor.kind === "person" ? actor : null;
      return {
        id: newId(),
        at: now,
        type: draft.type,
        subjectKind: draft.subjectKind,
        subjectId: draft.subjectId,
        partnerId: draft.partnerId,
        audience: draft.audience ?? "all",
        actorKind: person ? "person" : "system",
        actorId: person?.personId ?? null,
        actorName: person?.name ?? systemName,
        actorSide: person?.side ?? "system",
        data: draft.data ?? {},
        historic: actor.kind === "system" && (actor.cause === "seed" || actor.cause === "import"),
      };
    }),
  });
}
