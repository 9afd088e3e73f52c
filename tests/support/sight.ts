import { type PersonActor, personActor, type Role } from "@/kernel/actor";
import { type Tx, withActor } from "@/server/db";
import { canariesIn } from "../../prisma/seed/blackbox/canaries";
import type { Manifest } from "../../prisma/seed/blackbox/manifest";

type Listed = Manifest["actors"][number];

/** Somebody of a manifest as the actor that a request of theirs has. */
export function actorOf({ organisations }: Manifest, listed: Listed): PersonActor {
  const actor = personActor({
    personId: listed.personId,
    name: listed.email,
    partnerId: organisations.find(({ key }) => key === listed.organisation)?.id ?? null,
    // The manifest was parsed; the membership check of the database knows the same words.
    roles: [listed.role as Role],
    seesCompanyDeals: listed.seesCompanyDeals,
    zone: "UTC",
    locale: "en",
  });
  if (!actor) throw new Error(`${listed.email} is nobody`);
  return actor;
}

/** The tables of the public schema that an actor's database role may read at all. */
async function readableTables(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(oid, 'select')`;
  return rows.map(({ name }) => name);
}

/** Every canary that row-level security lets an actor read, by table: all rows of all tables, as the database holds them. */
export function seenBy(manifest: Manifest, listed: Listed): Promise<ReadonlyMap<string, readonly string[]>> {
  return withActor(
    actorOf(manifest, listed),
    async (tx) => {
      const seen = new Map<string, readonly string[]>();
      for (const name of await readableTables(tx)) {
        const rows = await tx.$queryRaw<{ xml: string | null }[]>`
          select query_to_xml(format('select * from public.%I', ${name}::text), true, true, '')::text as xml`;
        seen.set(name, canariesIn(rows[0]?.xml ?? ""));
      }
      return seen;
    },
    120_000,
  );
}

type Canary = Manifest["canaries"][number];

const ofTheCompany = ["partner", "person"];
// They know partners and their contacts, and no deals.
const withoutDeals = ["direct_seller", "marketing", "legal"];
// These read what the vendor keeps to itself.
const internals = ["administrator", "program_owner", "finance"];

/** Whether the role matrix lets somebody read a canary. */
export function mayRead({ organisations, records }: Manifest, actor: Listed, canary: Canary, table: string): boolean {
  if (actor.organisation === "vendor") {
    if (withoutDeals.includes(actor.role)) return ofTheCompany.includes(canary.kind);
    if (actor.role !== "channel_manager") return canary.organisation !== "vendor" || internals.includes(actor.role);
    return organisations.find(({ key }) => key === canary.about)?.manager === actor.email;
  }
  if (canary.organisation !== actor.organisation) return false;
  if (actor.role === "partner_admin" || actor.seesCompanyDeals || canary.kind !== "deal") return true;
  // Customers belong to the company, also where a colleague registered them.
  if (table === "account") return true;
  const deals = Object.values(records.deal?.[actor.organisation] ?? {}).flat();
  return deals.some((deal) => deal.canary === canary.canary && deal.owner === actor.email);
}
