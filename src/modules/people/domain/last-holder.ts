import type { Role } from "@/kernel/actor";

/** Roles the program cannot be without: who gives roles, and who decides what nobody else may. */
export const neededRoles = ["administrator", "program_owner"] as const satisfies readonly Role[];
export type NeededRole = (typeof neededRoles)[number];

/** The needed roles somebody would lose. */
export function neededLost(held: readonly Role[], kept: readonly Role[]): NeededRole[] {
  return neededRoles.filter((role) => held.includes(role) && !kept.includes(role));
}
