import { can } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";

/** Who looks after the partner closes a possible breach; nobody one of their own. */
export function mayClose(actor: Actor, breach: { sellerId: string | null; outcome: string | null }): boolean {
  return (
    actor.kind === "person" &&
    breach.outcome === null &&
    can(actor, "breach.close") &&
    breach.sellerId !== actor.personId
  );
}
