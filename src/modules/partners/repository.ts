import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

/** What a rule may ask about a partner. */
export type PartnerStanding = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly tier: string;
  readonly channelManagerId: string | null;
  /** The countries it may register in; none where it may everywhere. */
  readonly territory: readonly string[];
};

/** The standing of a partner the actor can see, or null. */
export async function findPartnerStanding(tx: Tx, id: string): Promise<PartnerStanding | null> {
  const row = await tx.partner.findUnique({
    where: { id },
    select: { id: true, name: true, stage: true, tier: true, channelManagerId: true, territories: heldTerritories },
  });
  if (!row) return null;
  const { territories, ...standing } = row;
  return { ...standing, territory: countriesOf(territories) };
}

/** The territories a partner holds now. */
export const heldTerritories = {
  where: { endedAt: null, territory: { retiredAt: null } },
  select: { territory: { select: { countries: true } } },
} as const;

/** The countries of territories a partner holds, each once. */
export function countriesOf(
  held: readonly { readonly territory: { readonly countries: readonly string[] } }[],
): string[] {
  return [...new Set(held.flatMap(({ territory }) => territory.countries))].sort();
}

/** Somebody to call, with nothing that says why it is them. */
export type Callable = { readonly name: string; readonly title: string; readonly email: string };

/** Who looks after partners today, each person once and by name: their channel managers, or who covers for them. */
export async function callableFor(tx: Tx, partnerIds: readonly string[], today: PlainDate): Promise<Callable[]> {
  const day = fromPlainDate(today);
  const contact = { id: true, name: true, title: true, email: true } as const;
  const partners = await tx.partner.findMany({
    where: { id: { in: [...partnerIds] } },
    select: { channelManager: { select: contact } },
  });
  const managers = partners.flatMap(({ channelManager }) => channelManager ?? []);
  const covers = await tx.cover.findMany({
    where: { personId: { in: managers.map(({ id }) => id) }, startsOn: { lte: day }, endsOn: { gte: day } },
    select: { personId: true, cover: { select: contact } },
  });
  const there = managers.map((manager) => covers.find(({ personId }) => personId === manager.id)?.cover ?? manager);
  const byId = new Map(there.map(({ id, ...person }) => [id, person]));
  return [...byId.values()].sort((left, right) => left.name.localeCompare(right.name));
}
