import { can } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";

/** Whoever imports people gives roles, which not everybody may who imports. */
export function mayImport(actor: Actor, targets: readonly string[]): boolean {
  return can(actor, "import.run") && (!targets.includes("person") || can(actor, "import.people"));
}
