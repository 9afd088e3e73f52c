import type { Tx } from "@/server/db";
import type { CustomerKeys, TypedCustomer } from "./domain/account";
import { compareRead, matchFrom } from "./domain/matching/compare-names";
import { readName } from "./domain/matching/read-name";
import { keysOfNames, searchKeys, searchKeysVersion } from "./domain/matching/search-keys";

export type ResolvedAccount = {
  readonly id: string;
  readonly name: string;
  readonly isCustomer: boolean;
  readonly parentId: string | null;
  readonly taxId: string | null;
};

/**
 * Waits for everybody who registers the same customer at this moment, by domain or by name in a country. The keys are taken
 * in sorted order, so that two registrations never wait for each other.
 */
export async function lockCustomer(tx: Tx, keys: CustomerKeys): Promise<void> {
  const names = keys.names.map((name) => `name:${keys.country}:${name}`);
  for (const key of [...names, ...(keys.domain ? [`domain:${keys.domain}`] : [])].sort()) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  }
}

async function accountNamed(tx: Tx, { country, names }: CustomerKeys): Promise<string | undefined> {
  const rows = await tx.accountName.findMany({
    where: { country, normalised: { in: [...names] } },
    select: { normalised: true, accountId: true },
  });
  const byName = new Map(rows.map((row) => [row.normalised, row.accountId]));
  return names.map((name) => byName.get(name)).find((id) => id !== undefined);
}

/** The account a typed customer means, by domain first and then by the keys of its name in the country; undefined for a new one. */
export async function knownAccount(tx: Tx, keys: CustomerKeys): Promise<string | undefined> {
  const byDomain = keys.domain ? await tx.accountDomain.findUnique({ where: { domain: keys.domain } }) : null;
  return byDomain?.accountId ?? accountNamed(tx, keys);
}

/**
 * Finds the account a typed customer means, by domain first and then by the keys of its name in the country, or makes it.
 * Whatever key was new is learned. The caller holds the locks of `lockCustomer` and acts as the system.
 */
export async function resolveAccount(
  tx: Tx,
  typed: TypedCustomer,
  keys: CustomerKeys,
  newId: () => string,
): Promise<ResolvedAccount> {
  const known = await knownAccount(tx, keys);
  const id = known ?? newId();
  if (!known) {
    await tx.$executeRaw`insert into account (id, name, country) values (${id}::uuid, ${typed.name.trim()}, ${keys.country})`;
  }
  if (keys.domain) {
    await tx.$executeRaw`insert into account_domain (domain, account_id) values (${keys.domain}, ${id}::uuid) on conflict do nothing`;
  }
  const learned = await tx.$executeRaw`insert into account_name (country, normalised, account_id)
    select ${keys.country}, name, ${id}::uuid from unnest(${[...keys.names]}::text[]) name on conflict do nothing`;
  if (learned > 0) await writeSearchKeys(tx, [id]);
  const account = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, isCustomer: true, parentId: true, taxId: true },
  });
  return account;
}

/** Makes an account visible to a partner that registered a deal with it. */
export async function linkAccount(tx: Tx, accountId: string, partnerId: string): Promise<void> {
  await tx.$executeRaw`insert into account_link (account_id, partner_id) values (${accountId}::uuid, ${partnerId}::uuid) on conflict do nothing`;
}

export type RelatedAccount = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly parentId: string | null;
  readonly isCustomer: boolean;
  readonly taxId: string | null;
  readonly domains: readonly string[];
  readonly names: readonly string[];
};

/** What an account is looked for by, beside what ties it to others already. */
export type Sought = { readonly name: string; readonly country: string; readonly domains: readonly string[] };

const mostNear = 40;

type Near = { readonly id: string; readonly names: readonly string[] };

/**
 * The account itself, its parent, subsidiaries and sisters, who shares a domain or a tax id, and accounts with a name like the one
 * that is sought: everything a registration for it is compared with. Found through indexes, never by reading all accounts.
 */
export async function relatedAccounts(
  tx: Tx,
  account: Pick<ResolvedAccount, "id" | "parentId" | "taxId">,
  sought: Sought,
): Promise<RelatedAccount[]> {
  const read = readName(sought.name);
  const { whole, words } = searchKeys(read);
  const family = account.parentId ?? account.id;
  const found = await tx.$queryRaw<Near[]>`
    with tied as (
      select ${account.id}::uuid as id
      union select id from account where parent_id = ${account.id}::uuid or parent_id = ${family}::uuid or id = ${family}::uuid
      union select account_id from account_domain where domain = any (${[...sought.domains]}::text[])
      union select id from account where tax_id is not null and entente.tax_key(tax_id) = entente.tax_key(${account.taxId}))
    select id, '{}'::text[] as names from tied
    union all select id, names from entente.accounts_like(${[...whole]}, ${[...words]}, ${sought.country}, ${mostNear}::int)`;
  const isLike = ({ names }: Near) => names.some((name) => compareRead(read, readName(name)).score >= matchFrom);
  const ids = new Set(found.filter((entry) => entry.names.length === 0 || isLike(entry)).map(({ id }) => id));
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      country: true,
      parentId: true,
      isCustomer: true,
      taxId: true,
      domains: { select: { domain: true } },
      names: { select: { normalised: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    domains: row.domains.map(({ domain }) => domain),
    names: row.names.map((entry) => entry.normalised),
  }));
}

/** Makes the keys of accounts anew from all their names. */
export async function writeSearchKeys(tx: Tx, ids: readonly string[]): Promise<void> {
  const accounts = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, names: { select: { normalised: true } } },
  });
  const lines = accounts.map(({ id, name, names }) => ({
    id,
    keys: keysOfNames([name, ...names.map((entry) => entry.normalised)].map(readName)),
  }));
  await tx.$executeRaw`update account_search s set version = ${searchKeysVersion},
      keys = array(select value::int from jsonb_array_elements_text(v.keys))
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as v (id uuid, keys jsonb)
    where s.account_id = v.id and s.account_id = any (${[...ids]}::uuid[])`;
}

/** Accounts whose keys are missing or were made by another version. */
export async function withoutSearchKeys(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select account_id as id from account_search where version = 0 limit ${most} for update skip locked`;
  return rows.map(({ id }) => id);
}

/** Has all keys made anew that another version made. */
export async function forgetOldSearchKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`update account_search set version = 0 where version not in (0, ${searchKeysVersion})`;
}

export type OpenOpportunity = {
  readonly id: string;
  readonly accountId: string;
  readonly ownerName: string;
  readonly productLineId: string | null;
  readonly productLine: string | null;
  /** When the CRM last said so; what was opened here is always so. */
  readonly syncedAt: Date | null;
};

/** Open opportunities of the vendor's own sellers at these accounts. */
export function openOpportunities(tx: Tx, accountIds: readonly string[]): Promise<OpenOpportunity[]> {
  return tx.$queryRaw<OpenOpportunity[]>`
    select o.id, o.account_id as "accountId", o.owner_name as "ownerName", o.product_line_id as "productLineId", l.name as "productLine",
      case when o.origin = 'crm' then o.synced_at end as "syncedAt"
    from direct_opportunity o left join product_line l on l.id = o.product_line_id
    where o.account_id = any (${[...accountIds]}::uuid[]) and o.is_open`;
}

/** Marks an account as a customer: it bought. */
export async function markAsCustomer(tx: Tx, accountId: string): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId, isCustomer: false }, data: { isCustomer: true } });
}
