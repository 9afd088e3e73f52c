import type { Written } from "./drill-writes";
import { examineAll, type Finding } from "./invariants";
import { readingEverything } from "./reading-everything";

export type CheckedWrites = {
  /** Acknowledged writes whose effect is not there. */
  readonly lost: number;
  /** Deals of which one part is there and another is not, whether their write was acknowledged or not. */
  readonly half: number;
  /** Clocks that fired without their consequence, or more than once. */
  readonly clocks: number;
  readonly broken: readonly Finding[];
};

const lostStatement = `select w.id from unnest($1::uuid[], $2::text[]) w (id, step) left join deal d on d.id = w.id
  where d.id is null or w.step = 'submit' and d.submitted_at is null`;

// What a draft and a submission leave behind, each in one transaction; a delivery goes with every event.
const halfStatement = `select w.id from (select distinct id from unnest($1::uuid[]) t (id)) w left join deal d on d.id = w.id
  cross join lateral (
    select count(*) filter (where e.type = 'deal.drafted') as drafted, count(*) filter (where e.type = 'deal.submitted') as submitted,
      count(*) filter (where e.type in ('deal.approvedByRule', 'deal.rejectedByRule', 'deal.askedByRule', 'deal.sentToReview')) as answered,
      count(*) filter (where v.event_id is null) as undelivered
    from event e left join event_delivery v on v.event_id = e.id where e.subject_id = w.id) e
  cross join lateral (
    select count(*) as decisions, count(b.decision_id) as bases from decision c left join decision_basis b on b.decision_id = c.id
    where c.subject_id = w.id) c
  cross join lateral (select count(*) as lines from deal_history h where h.deal_id = w.id) h
  where e.undelivered > 0 or case
    when d.id is null then e.drafted + e.submitted + e.answered + c.decisions + h.lines > 0
    when d.submitted_at is null then (e.drafted, e.submitted, e.answered, c.decisions, h.lines) <> (1, 0, 0, 0, 1)
    else (e.drafted, e.submitted, e.answered, c.decisions, c.bases) <> (1, 1, 1, 1, 1) end`;

const clockStatement = `select c.subject_id from clock c join deal d on d.id = c.subject_id
  cross join lateral (select count(*) as events from event e where e.subject_id = d.id and e.type = 'deal.expired') e
  where c.kind = 'deal.protection' and c.fired_at is not null and d.origin <> 'import' and (e.events <> 1 or d.status <> 'expired')`;

/** Looks for what writes left behind that were cut off: everything that was acknowledged is there, and nothing by half. */
export async function checkWrites(ownerUrl: string, log: readonly Written[]): Promise<CheckedWrites> {
  const done = log.filter(({ outcome }) => outcome === "done");
  const ids = (writes: readonly Written[]) => writes.map(({ dealId }) => dealId);
  const found = await readingEverything(ownerUrl, async (client) => {
    const count = async (statement: string, values: unknown[]) => (await client.query(statement, values)).rowCount ?? 0;
    return {
      lost: await count(lostStatement, [ids(done), done.map(({ step }) => step)]),
      half: await count(halfStatement, [ids(log)]),
      clocks: await count(clockStatement, []),
    };
  });
  return { ...found, broken: (await examineAll(ownerUrl)).filter(({ rows }) => rows > 0) };
}
