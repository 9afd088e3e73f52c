import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { withActor } from "@/server/db";
import { type Company, canariesIn, canary, people } from "./canaries";
import { idOf, sql, world } from "./world";

/** A deal as it lies in the database, past row-level security, with all of its row as text. */
export type StoredDeal = {
  readonly id: string;
  readonly number: string;
  readonly partner_id: string;
  readonly owner_id: string;
  readonly reviewer_id: string | null;
  readonly account_id: string | null;
  readonly origin: string;
  readonly status: string;
  readonly stage: string;
  readonly customer_name: string;
  readonly expected: number;
  readonly won: number;
  /** The days of the win, or of the win or loss. */
  readonly won_on: string | null;
  readonly closed_on: string | null;
  readonly decided_at: Date | null;
  readonly due_at: Date | null;
  readonly reported: boolean;
  readonly confirmed: boolean;
  readonly row: string;
};

/** Every deal there is. */
export function storedDeals(): Promise<StoredDeal[]> {
  return sql<StoredDeal>(`select id, number, partner_id, owner_id, reviewer_id, account_id, origin, status, stage, customer_name,
    coalesce(reporting_amount, 0)::int as expected, coalesce(won_reporting_amount, 0)::int as won, won_on::text,
    coalesce(won_on, lost_on)::text as closed_on, decided_at, due_at, win_reported_at is not null as reported, win_confirmed_at is not null as confirmed, d::text as row from deal d order by number`);
}

/** Who reads, which deals the role matrix shows them, and which companies they know by name. */
export type Reader = {
  readonly who: string;
  readonly actor: PersonActor;
  sees(deal: StoredDeal): boolean;
  readonly knows: readonly Company[];
};

const everyCompany: readonly Company[] = ["alpha", "beta", "gamma"];
const of = (company: Company) => (deal: StoredDeal) => deal.partner_id === idOf(company);
const everything = () => true;
const nothing = () => false;

function reader(who: string, actor: PersonActor, sees: Reader["sees"], knows: readonly Company[]): Reader {
  return { who, actor, sees, knows };
}

function seller(who: string, actor: PersonActor, company: Company): Reader {
  return reader(who, actor, (deal) => deal.owner_id === actor.personId, [company]);
}

const { alphaSales, alphaColleague, alphaAdmin, alphaTechnical, betaSales, betaAdmin, gammaSales, distantManager } =
  people;
const ofAlphaOrBeta = (deal: StoredDeal) => of("alpha")(deal) || of("beta")(deal);

export const readers: readonly Reader[] = [
  seller("a seller of alpha", alphaSales, "alpha"),
  seller("a colleague at alpha", alphaColleague, "alpha"),
  seller("a seller of beta", betaSales, "beta"),
  seller("a seller of gamma", gammaSales, "gamma"),
  reader("a seller who may see all of alpha", { ...alphaColleague, seesCompanyDeals: true }, of("alpha"), ["alpha"]),
  reader("a technical person of alpha", alphaTechnical, nothing, ["alpha"]),
  reader("the admin of alpha", alphaAdmin, of("alpha"), ["alpha"]),
  reader("the admin of beta", betaAdmin, of("beta"), ["beta"]),
  reader("the manager of alpha and beta", world.manager, ofAlphaOrBeta, ["alpha", "beta"]),
  reader("the manager of gamma", distantManager, of("gamma"), ["gamma"]),
  reader("a manager without partners", world.cover, nothing, []),
  reader("a direct seller", world.seller, nothing, everyCompany),
  reader("a program owner", world.owner, everything, everyCompany),
  reader("a finance person", world.finance, everything, everyCompany),
  reader("an executive", world.executive, everything, everyCompany),
  reader("an administrator", world.administrator, everything, everyCompany),
];

/** What a read gives to a reader, in a transaction of its own. */
export function asked<T>({ actor }: Reader, read: (tx: Tx, actor: PersonActor) => Promise<T>): Promise<T> {
  return withActor(actor, (tx) => read(tx, actor));
}

/** The canaries in a value that the reader must not know: those of deals they do not see and companies they do not know. */
export function leaks({ sees, knows }: Reader, deals: readonly StoredDeal[], value: unknown): string[] {
  const known = new Set(canariesIn(deals.filter(sees).map((deal) => deal.row)));
  for (const company of knows) {
    known.add(canary(company, "partner").toLowerCase());
    for (const { partnerId, name } of Object.values(people))
      if (partnerId === idOf(company)) known.add(name.toLowerCase());
  }
  return canariesIn(value).filter((word) => !known.has(word));
}
