import pg from "pg";

async function asOwner<T extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    return (await client.query<T>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

const running = "kind = 'deal.protection' and stopped_at is null and fired_at is null";

/** How many protections have ended and wait for the worker to say so. */
export async function clocksDue(ownerUrl: string): Promise<number> {
  const statement = `select count(*)::int as due from clock where ${running} and due_at <= now()`;
  return (await asOwner<{ due: number }>(ownerUrl, statement))[0]?.due ?? 0;
}

/** Lets a few protections end now, so that a worker has something to do when it starts; returns how many have. */
export async function letClocksBeDue(ownerUrl: string): Promise<number> {
  await asOwner(
    ownerUrl,
    `update clock set due_at = greatest(started_at, now() - interval '1 minute') where id in (
       select id from clock where ${running} and due_at > now() order by started_at limit 8)`,
  );
  return clocksDue(ownerUrl);
}

/** Whether the worker has given a sign of life since a moment. */
export async function workerBeat(ownerUrl: string, since: Date): Promise<boolean> {
  const statement = "select from worker_heartbeat where at > $1";
  return (await asOwner(ownerUrl, statement, [since])).length > 0;
}
