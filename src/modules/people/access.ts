import { can, scopeOf } from "@/kernel/access";
import { type Actor, type PersonActor, partnerRoles, type Role, vendorRoles } from "@/kernel/actor";

type Organisation = string | null;

/** Whether somebody looks after the people of an organisation: a partner, or null for the vendor. Row-level security says which partners exist for them. */
export function mayManagePeople(actor: Actor, partnerId: Organisation): actor is PersonActor {
  if (actor.kind !== "person") return false;
  if (partnerId === null) return scopeOf(actor, "people.manage") === "all";
  if (actor.side === "partner" && actor.partnerId !== partnerId) return false;
  return can(actor, "people.manage");
}

/** The roles somebody may give there: those of the organisation, and never one above the own. */
export function rolesToGive(actor: Actor, partnerId: Organisation): readonly Role[] {
  if (!mayManagePeople(actor, partnerId)) return [];
  return partnerId === null ? vendorRoles : partnerRoles;
}

type Subject = { readonly id: string; readonly partnerId: Organisation };

/** Roles, disabling and enabling: of others, never of oneself. */
export function mayChangePerson(actor: Actor, person: Subject): actor is PersonActor {
  return mayManagePeople(actor, person.partnerId) && actor.personId !== person.id;
}
