import type pg from "pg";
import { type Staged, staged } from "./lines";

/** Where lines of a table are copied; the owner may make tables in this schema on any server. */
export const stagingOf = (table: Staged) => `entente.load_${table}`;

const names = Object.keys(staged) as Staged[];

// What differs from the table a line goes to in the end.
const shapes: Partial<Record<Staged, string>> = {
  decision: "(like public.decision including defaults, facts jsonb, basis jsonb)",
  step: `(id uuid, deal_id uuid, partner_id uuid, n int, at timestamptz, type text, actor_kind text, actor_id uuid, actor_name text,
    actor_side text, data jsonb, status text, stage text)`,
};

/** Makes the tables that lines are copied into: without log, keys or policies. */
export async function createStaging(db: pg.Client): Promise<void> {
  await dropStaging(db);
  for (const name of names) {
    const shape = shapes[name] ?? `(like public.${name} including defaults)`;
    await db.query(`create unlogged table ${stagingOf(name)} ${shape} with (autovacuum_enabled = false)`);
  }
}

export async function dropStaging(db: pg.Client): Promise<void> {
  await db.query(`drop table if exists ${names.map(stagingOf).join(", ")}`);
}

const columns = (table: Staged) => staged[table].join(", ");
const copied = (table: Staged, order = "") =>
  `insert into ${table} (${columns(table)}) select ${columns(table)} from ${stagingOf(table)} ${order}`;

const decisionColumns = staged.decision.filter((name) => name !== "facts" && name !== "basis").join(", ");

/** Where everything goes from there, in this order; what is written in the order of time is read in it. */
export const moves: readonly (readonly [what: string, statement: string])[] = [
  ["account", copied("account")],
  ["account_domain", copied("account_domain", "on conflict do nothing")],
  ["account_name", copied("account_name", "on conflict do nothing")],
  ["account_search", copied("account_search")],
  ["direct_opportunity", copied("direct_opportunity")],
  ["deal", copied("deal", "order by created_at")],
  [
    "account_link",
    `insert into account_link (account_id, partner_id)
     select distinct account_id, partner_id from ${stagingOf("deal")} where account_id is not null`,
  ],
  [
    // How each deal stood from one moment to the next; of two things at one moment the last one counts.
    "deal_history",
    `insert into deal_history (deal_id, partner_id, valid_from, valid_to, status, stage, amount, currency, reporting_amount,
       expected_close, won_on, won_reporting_amount, win_confirmed_at)
     select s.deal_id, s.partner_id, s.at, lead(s.at) over (partition by s.deal_id order by s.at), s.status, s.stage,
       case when s.at >= d.submitted_at then d.amount end, case when s.at >= d.submitted_at then d.currency end,
       case when s.at >= d.submitted_at then d.reporting_amount end, case when s.at >= d.submitted_at then d.expected_close end,
       case when s.at >= d.win_reported_at then d.won_on end, case when s.at >= d.win_reported_at then d.won_reporting_amount end,
       case when s.at >= d.win_confirmed_at then d.win_confirmed_at end
     from (select distinct on (deal_id, at) * from ${stagingOf("step")} order by deal_id, at, n desc) s
     join ${stagingOf("deal")} d on d.id = s.deal_id`,
  ],
  ["protection", copied("protection")],
  ["clock", copied("clock")],
  ["deal_conflict", copied("deal_conflict")],
  [
    "decision",
    `insert into decision (${decisionColumns}) select ${decisionColumns} from ${stagingOf("decision")} order by decided_at`,
  ],
  [
    "decision_basis",
    `insert into decision_basis (decision_id, partner_id, facts, evaluation)
     select id, partner_id, facts, basis from ${stagingOf("decision")} order by decided_at`,
  ],
  [
    "event",
    `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_id, actor_name, actor_side, data, historic)
     select id, at, type, 'deal', deal_id, partner_id, 'all', actor_kind, actor_id, actor_name, actor_side, data, true
     from ${stagingOf("step")} order by at, deal_id, n`,
  ],
];
