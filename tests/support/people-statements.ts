import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { endSessions, hasPassword } from "@/modules/people/repository/identity";
import type { Tx } from "@/server/db";
import { noon, world } from "./world";

const system: Actor = { kind: "system", cause: "worker" };
const file = "people/repository/identity.ts";
const who = world.alphaSales.personId;

/** The statements about people that are written as SQL. */
export const peopleStatements = [
  {
    file,
    what: "whether somebody has a password",
    as: system,
    run: (tx: Tx) => hasPassword(tx, who),
    rows: z.strictObject({ found: z.boolean() }),
  },
  {
    file,
    what: "the end of sessions",
    as: system,
    run: (tx: Tx) => endSessions(tx, who, null, noon),
    rows: z.strictObject({ ended: z.number() }),
  },
];
