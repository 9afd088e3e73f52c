import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { plainDate } from "@/kernel/dates";
import {
  clockRowSchema,
  deliveryRowSchema,
  mailRowSchema,
  operationsStanding,
  overdueClocks,
  standingRowSchema,
  troubledDeliveries,
  troubledMails,
} from "@/modules/operations/queries";
import { currencyRowSchema, listCurrencies } from "@/modules/vendor/queries/rates";
import { compareRates } from "@/modules/vendor/repository/rates";
import { reasonUseSchema, reasonUses } from "@/modules/vendor/repository/reasons";
import type { Tx } from "@/server/db";
import { idOf, sql, world } from "./world";

type Raw = {
  readonly file: string;
  readonly what: string;
  readonly as: Actor;
  run(tx: Tx): Promise<unknown>;
  readonly rows: z.ZodType;
};

const operations = "operations/queries.ts";
const rate = { currency: "USD", day: plainDate("2026-01-02"), perEuro: "1.5" };

/** A delivery and a mail that failed, and a clock nobody fired, so that there is something to read. */
export async function seedTroubles(): Promise<void> {
  await sql(
    `insert into event_delivery (event_id, state, due_at, attempts, ended_at, error)
     select id, 'failed', at, 12, at, 'no reason to worry' from event limit 1
     on conflict (event_id) do update set state = 'failed', attempts = 12, ended_at = excluded.due_at, error = excluded.error`,
  );
  await sql(
    `insert into mail (id, person_id, form, state, due_at, attempts, error, created_at)
     values ($1, $2, 'single', 'failed', now(), 8, 'mailbox full', now())`,
    [idOf("a failed mail"), world.manager.personId],
  );
  await sql(
    `insert into clock (id, subject_id, partner_id, kind, started_at, due_at, consequence)
     values ($1, $2, $3, 'deal.review', now() - interval '2 days', now() - interval '1 day', 'escalate')`,
    [idOf("an overdue clock"), idOf("alpha earlier"), idOf("alpha")],
  );
}

/** The raw statements of settings and operations. */
export const settingsStatements: readonly Raw[] = [
  {
    file: "vendor/repository/reasons.ts",
    what: "how often each reason was given",
    as: world.administrator,
    run: (tx) => reasonUses(tx, "rejection"),
    rows: reasonUseSchema,
  },
  {
    file: "vendor/queries/rates.ts",
    what: "currencies",
    as: world.finance,
    run: (tx) => listCurrencies(tx),
    rows: currencyRowSchema,
  },
  {
    file: "vendor/repository/rates.ts",
    what: "rates beside those that are known",
    as: world.administrator,
    run: (tx) => compareRates(tx, [rate]),
    rows: z.strictObject({ fresh: z.number(), changed: z.number(), same: z.number() }),
  },
  {
    file: operations,
    what: "how the system stands",
    as: world.administrator,
    run: (tx) => operationsStanding(tx),
    rows: standingRowSchema,
  },
  {
    file: operations,
    what: "failed deliveries",
    as: world.administrator,
    run: (tx) => troubledDeliveries(tx),
    rows: deliveryRowSchema,
  },
  {
    file: operations,
    what: "failed mails",
    as: world.administrator,
    run: (tx) => troubledMails(tx),
    rows: mailRowSchema,
  },
  {
    file: operations,
    what: "overdue clocks",
    as: world.administrator,
    run: (tx) => overdueClocks(tx),
    rows: clockRowSchema,
  },
];
