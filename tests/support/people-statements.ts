import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { lookAt } from "@/modules/partners/repository/looks";
import { endSessions, hasPassword, setPassword } from "@/modules/people/repository/identity";
import { applyReset, openReset, resetOf } from "@/modules/people/repository/resets";
import {
  beginSecondFactor,
  removeFactor,
  secondFactorOf,
  takeStep,
  withSecondFactor,
} from "@/modules/people/repository/second-factor";
import { ownSessions } from "@/modules/people/repository/sessions";
import type { Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { noon, sql, world } from "./world";

const system: Actor = { kind: "system", cause: "worker" };
const file = "people/repository/identity.ts";
const secondFactor = "people/repository/second-factor.ts";
const resets = "people/repository/resets.ts";
const later = new Date(noon.getTime() + 3_600_000);
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
  {
    file: secondFactor,
    what: "a second factor that is begun",
    as: system,
    run: (tx: Tx) => beginSecondFactor(tx, who, "sealed", noon),
    rows: z.strictObject({ begun: z.boolean() }),
  },
  {
    file: secondFactor,
    what: "a second factor",
    as: system,
    run: async (tx: Tx) => {
      await beginSecondFactor(tx, who, "sealed", noon);
      return secondFactorOf(tx, who);
    },
    rows: z.union([
      z.strictObject({ begun: z.boolean() }),
      z.strictObject({ secret: z.string(), confirmed: z.boolean(), codes_left: z.number() }),
    ]),
  },
  {
    file: secondFactor,
    what: "a step that is taken",
    as: system,
    run: (tx: Tx) => takeStep(tx, who, 1),
    rows: z.strictObject({ used: z.boolean() }),
  },
  {
    file: secondFactor,
    what: "a second factor that is removed",
    as: system,
    run: (tx: Tx) => removeFactor(tx, who),
    rows: z.strictObject({ removed: z.boolean() }),
  },
  {
    file: resets,
    what: "a reset that is opened, read and used",
    as: system,
    run: async (tx: Tx) => {
      const id = newId();
      await setPassword(tx, who, "hash", noon);
      await openReset(tx, { id, email: "sam.alpha@test.example", now: noon, until: later });
      await resetOf(tx, id, noon);
      await applyReset(tx, id, noon);
    },
    rows: z.union([
      z.strictObject({ person_id: z.uuid(), partner_id: z.uuid().nullable() }),
      z.strictObject({
        person_id: z.uuid(),
        partner_id: z.uuid().nullable(),
        name: z.string(),
        email: z.string(),
        locale: z.string(),
        zone: z.string(),
        expires_at: z.date(),
      }),
      z.strictObject({ used: z.boolean() }),
    ]),
  },
  {
    file: "people/repository/second-factor.ts",
    what: "who signs in with a second factor",
    as: world.administrator,
    run: async (tx: Tx) => {
      await sql(
        "insert into identity.second_factor (person_id, secret, created_at, confirmed_at) values ($1, 's', now(), now()) on conflict (person_id) do update set confirmed_at = now()",
        [who],
      );
      return withSecondFactor(tx, [who]);
    },
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: "people/repository/sessions.ts",
    what: "the own sessions",
    as: world.alphaSales,
    run: async (tx: Tx) => {
      await sql(
        "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
        [newId(), who, noon],
      );
      return ownSessions(tx, noon);
    },
    rows: z.strictObject({ id: z.uuid(), created_at: z.date(), last_seen_at: z.date(), user_agent: z.string() }),
  },
  {
    file: "partners/repository/looks.ts",
    what: "a session that looks at a partner",
    as: system,
    run: (tx: Tx) => lookAt(tx, newId(), who, null),
    rows: z.strictObject({ looks: z.boolean() }),
  },
];
