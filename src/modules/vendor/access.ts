import { can } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";

/** What somebody who reads the settings may change. */
export function settingsRights(actor: Actor): { readonly manage: boolean } {
  return { manage: can(actor, "settings.manage") };
}
