import type { PersonActor } from "@/kernel/actor";
import { err } from "@/kernel/result";
import type { Context } from "@/server/use-case";

/** The person who acts on what is their own; the system has nothing of its own. */
export function ownPerson({ actor }: Pick<Context, "actor">): PersonActor {
  if (actor.kind !== "person") throw new Error("only a person has a profile");
  return actor;
}

export const notFactor = err({ code: "invalid", fields: { code: "people.errors.codeWrong" } } as const);
