import { randomBytes } from "node:crypto";
import pg from "pg";
import { linkHash } from "@/server/auth/link-hash";

const validHours = 24;

/**
 * The address at which an empty installation is set up, for the one who started it; null where somebody has begun. Each call makes
 * a new link and the earlier one leads nowhere: what is kept cannot be printed again.
 */
export async function makeFirstLink(ownerUrl: string, url: string, now: Date): Promise<string | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    const token = randomBytes(32).toString("base64url");
    const { rowCount } = await client.query(
      `insert into identity.first_administrator (id, token_hash, made_at, expires_at)
       select 1, $1, $2, $2::timestamptz + make_interval(hours => $3) where identity.is_empty()
       on conflict (id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, expires_at = excluded.expires_at
       where first_administrator.used_at is null`,
      [linkHash(token), now, validHours],
    );
    return rowCount ? `${url}/welcome/${token}` : null;
  } finally {
    await client.end();
  }
}
