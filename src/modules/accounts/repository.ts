import type { Tx } from "@/server/db";
import type { CustomerKeys, TypedCustomer } from "./domain/account";

export type ResolvedAccount = {
  readonly id: string;
  readonly name: string;
  readonly isCustomer: boolean;
  readonly parentId: string | null;
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
  await tx.$executeRaw`insert into account_name (country, normalised, account_id)
    select ${keys.country}, name, ${id}::uuid from unnest(${[...keys.names]}::text[]) name on conflict do nothing`;
  const account = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, isCustomer: true, parentId: true },
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
  readonly domains: readonly string[];
  readonly names: readonly string[];
};

/**
 * The account itself, its parent, subsidiaries and sisters, and accounts with a similar name: everything a registration for it
 * is compared with. Found through indexes, never by reading all accounts.
 */
export async function relatedAccounts(
  tx: Tx,
  account: Pick<ResolvedAccount, "id" | "parentId">,
  normalised: string,
): Promise<RelatedAccount[]> {
  const family = account.parentId ?? account.id;
  const ids = await tx.$queryRaw<{ id: string }[]>`
    select ${account.id}::uuid as id
    union select id from account where parent_id = ${account.id}::uuid or parent_id = ${family}::uuid or id = ${family}::uuid
    union (select account_id from account_name where normalised % ${normalised} order by normalised <-> ${normalised} limit 40)`;
  const rows = await tx.account.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    select: {
      id: true,
      name: true,
      country: true,
      parentId: true,
      isCustomer: true,
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

export type OpenOpportunity = {
  readonly id: string;
  readonly accountId: string;
  readonly ownerName: string;
  readonly productLineId: string | null;
  /** When the CRM last said so; what was opened here is always so. */
  readonly syncedAt: Date | null;
};

/** Open opportunities of the vendor's own sellers at these accounts. */
export async function openOpportunities(tx: Tx, accountIds: readonly string[]): Promise<OpenOpportunity[]> {
  const rows = await tx.directOpportunity.findMany({
    where: { accountId: { in: [...accountIds] }, isOpen: true },
    select: { id: true, accountId: true, ownerName: true, productLineId: true, origin: true, syncedAt: true },
  });
  return rows.map(({ origin, syncedAt, ...row }) => ({ ...row, syncedAt: origin === "crm" ? syncedAt : null }));
}

/** Marks an account as a customer: it bought. */
export async function markAsCustomer(tx: Tx, accountId: string): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId, isCustomer: false }, data: { isCustomer: true } });
}
