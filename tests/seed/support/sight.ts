import { type PersonActor, personActor, type Role } from "@/kernel/actor";
import { type Tx, withActor } from "@/server/db";
import { canariesIn } from "../../../prisma/seed/blackbox/canaries";
import type { Manifest } from "../../../prisma/seed/blackbox/manifest";

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

type Sight = { readonly canaries: readonly string[]; readonly partners: readonly string[] };

/** The canaries and partners that row-level security lets an actor read, by table: all rows of all, as the database holds them. */
export function seenBy(manifest: Manifest, listed: Listed): Promise<ReadonlyMap<string, Sight>> {
  return withActor(
    actorOf(manifest, listed),
    async (tx) => {
      const seen = new Map<string, Sight>();
      for (const name of await readableTables(tx)) {
        const rows = await tx.$queryRaw<{ xml: string | null }[]>`
          select query_to_xml(format('select * from public.%I', ${name}::text), true, true, '')::text as xml`;
        const text = rows[0]?.xml ?? "";
        const named = manifest.organisations.filter(({ id }) => id !== null && text.includes(id));
        seen.set(name, { canaries: canariesIn(text), partners: named.map(({ key }) => key) });
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
// What departments know of a partner beside its name and people; a direct seller does not.
const ofDepartments = ["location", "contact"];
// What never leaves the vendor, whichever partner it speaks of.
const ofVendorOnly = ["note", "contact"];
// These read what the vendor keeps to itself.
const internals = ["administrator", "program_owner", "finance"];

/** What an actor saw and must not, in words. */
export function leaksOf(manifest: Manifest, actor: Listed, seen: ReadonlyMap<string, Sight>): string[] {
  const known = new Map(manifest.canaries.map((entry) => [entry.canary, entry]));
  return [...seen].flatMap(([table, { canaries, partners }]) => {
    const words = canaries.filter((word) => {
      const entry = known.get(word);
      return !entry || !mayRead(manifest, actor, entry, table);
    });
    const foreign = partners.filter((key) => !mayKnow(manifest, actor, key));
    return [...words, ...foreign].map((what) => `${actor.role} of ${actor.organisation} reads ${what} in ${table}`);
  });
}

/** Whether somebody may know that a partner exists, in rows without any text as well. */
function mayKnow({ organisations }: Manifest, actor: Listed, partner: string): boolean {
  if (actor.organisation !== "vendor") return actor.organisation === partner;
  const manager = organisations.find(({ key }) => key === partner)?.manager;
  return actor.role !== "channel_manager" || manager === actor.email;
}

/** Whether the role matrix lets somebody read a canary. */
function mayRead({ organisations, records }: Manifest, actor: Listed, canary: Canary, table: string): boolean {
  if (actor.organisation === "vendor") {
    if (withoutDeals.includes(actor.role)) {
      const known = actor.role === "direct_seller" ? [] : ofDepartments;
      return [...ofTheCompany, ...known].includes(canary.kind);
    }
    if (canary.kind === "note" && actor.role === "executive") return false;
    if (actor.role !== "channel_manager") return canary.organisation !== "vendor" || internals.includes(actor.role);
    return organisations.find(({ key }) => key === canary.about)?.manager === actor.email;
  }
  if (canary.organisation !== actor.organisation || ofVendorOnly.includes(canary.kind)) return false;
  if (actor.role === "partner_admin" || actor.seesCompanyDeals || canary.kind !== "deal") return true;
  // Customers belong to the company, also where a colleague registered them.
  if (table === "account") return true;
  const deals = Object.values(records.deal?.[actor.organisation] ?? {}).flat();
  return deals.some((deal) => deal.canary === canary.canary && deal.owner === actor.email);
}
