import type pg from "pg";
import type { BusinessCalendar } from "@/kernel/calendar";
import type { PlainDate } from "@/kernel/dates";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import type { DealStage, DealStatus } from "@/modules/deals/domain/deal";
import type { CoverPeriod } from "@/modules/deals/domain/reviewer";
import { registrationPolicyKind } from "@/modules/deals/facts";
import type { PartnerStanding } from "@/modules/partners/public";
import { peopleWithRole } from "@/modules/people/public";
import { businessCalendar } from "@/server/clocks";
import { withActor } from "@/server/db";
import type { PolicyVersion } from "@/server/policies";
import { seedId } from "./ids";
import type { Line } from "./insert";
import { type Rates, ratesFrom } from "./rates";

const seedActor = { kind: "system", cause: "seed" } as const;

/** A deal in the making; the columns that only the database reads are in `columns`. */
export type LedgerDeal = {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
  readonly ownerId: string;
  readonly createdById: string;
  readonly createdAt: Date;
  status: DealStatus;
  stage: DealStage;
  reviewerId: string | null;
  winReportedAt: Date | null;
  winReportedById: string | null;
  winConfirmedAt: Date | null;
  decisionMinutes: number | null;
  wonOn: PlainDate | null;
  policy: PolicyVersion | null;
  accountId: string;
  version: number;
  updatedAt: Date;
  columns: Line;
};

export type LedgerAccount = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly parentId: string | null;
  readonly createdAt: Date;
  readonly domains: string[];
  /** The keys of its own name. */
  readonly nameKeys: readonly string[];
  /** The keys of all names it is known by. */
  readonly names: string[];
  readonly opportunities: {
    readonly ownerName: string;
    readonly productLineId: string | null;
    readonly syncedAt: string;
  }[];
  isCustomer: boolean;
};

export type LedgerClock = {
  readonly id: string;
  readonly deal: LedgerDeal;
  readonly kind: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly budgetMinutes: number | null;
  readonly consequence: string;
  stoppedAt: Date | null;
  firedAt: Date | null;
};

export type LedgerProtection = {
  readonly id: string;
  readonly deal: LedgerDeal;
  readonly accountId: string;
  readonly productLineId: string;
  readonly role: string;
  readonly customerName: string;
  readonly nameKeys: readonly string[];
  readonly createdAt: Date;
  period: { readonly from: PlainDate; readonly until: PlainDate };
};

/** A partner, and how many of its registrations were approved before the ledger was opened. */
export type LedgerPartner = PartnerStanding & { readonly approvedBefore: number };

/**
 * The history of a program, kept in memory while it is told and written in one go: the rules are those of the use cases, the
 * twenty statements that each of them takes are not.
 */
export type Ledger = {
  readonly partners: ReadonlyMap<string, LedgerPartner>;
  readonly products: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly people: ReadonlyMap<string, string>;
  readonly programOwners: readonly string[];
  readonly policies: readonly PolicyVersion[];
  readonly calendar: BusinessCalendar;
  readonly covers: readonly CoverPeriod[];
  readonly rates: Rates;
  readonly accounts: Map<string, LedgerAccount>;
  readonly known: ReadonlySet<string>;
  readonly deals: LedgerDeal[];
  readonly clocks: LedgerClock[];
  readonly protections: LedgerProtection[];
  readonly lines: Record<
    "accountLink" | "decision" | "decisionBasis" | "dealConflict" | "event" | "dealHistory",
    Line[]
  >;
  readonly nextId: (kind: string) => string;
};

/** Opens an empty ledger over what the owner's database holds so far. */
export async function openLedger(db: pg.Client): Promise<Ledger> {
  const read = async <Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []) =>
    (await db.query<Row>(statement, values)).rows;
  const partners = await read<LedgerPartner>(
    `select id, name, stage, tier, channel_manager_id as "channelManagerId",
       array(select distinct c from territory_grant g join territory t on t.id = g.territory_id and t.retired_at is null, unnest(t.countries) c
         where g.partner_id = p.id and g.ended_at is null order by c) as territory,
       (select count(*)::int from deal d where d.partner_id = p.id and d.status in ('approved', 'expired', 'released')) as "approvedBefore"
     from partner p`,
  );
  const products = await read<{ id: string; code: string; name: string }>("select id, code, name from product_line");
  const people = await read<{ id: string; name: string }>("select id, name from person");
  const policies = await read<PolicyVersion>(
    `select id, version, name, effective_from as "effectiveFrom", body from policy_version
     where kind = $1 and status <> 'draft' order by effective_from desc, version desc`,
    [registrationPolicyKind],
  );
  const { calendar, programOwners } = await withActor(seedActor, async (tx) => ({
    calendar: await businessCalendar(tx),
    programOwners: await peopleWithRole(tx, "program_owner"),
  }));
  const covers = await read<CoverPeriod>(
    `select person_id as "personId", cover_id as "coverId", starts_on::text as "from", ends_on::text as "to" from cover`,
  );
  const rates = await read<{ currency: string; day: string; perEuro: string }>(
    `select currency, day::text, per_euro::text as "perEuro" from exchange_rate`,
  );
  const accounts = await readAccounts(db);
  let counter = 0;
  return {
    partners: new Map(partners.map((partner) => [partner.id, partner])),
    products: new Map(products.map((product) => [product.id, product])),
    people: new Map(people.map((person) => [person.id, person.name])),
    programOwners,
    policies,
    calendar,
    covers,
    rates: ratesFrom(rates),
    accounts,
    known: new Set(accounts.keys()),
    deals: [],
    clocks: [],
    protections: [],
    lines: { accountLink: [], decision: [], decisionBasis: [], dealConflict: [], event: [], dealHistory: [] },
    nextId: (kind) => seedId(kind, String(counter++)),
  };
}

async function readAccounts(db: pg.Client): Promise<Map<string, LedgerAccount>> {
  const { rows } = await db.query<Omit<LedgerAccount, "names" | "nameKeys">>(
    `select a.id, a.name, a.country, a.parent_id as "parentId", a.is_customer as "isCustomer", a.created_at as "createdAt",
       array(select domain from account_domain where account_id = a.id order by domain) as domains,
       array(select json_build_object('ownerName', o.owner_name, 'productLineId', o.product_line_id,
           'syncedAt', to_char(o.synced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         from direct_opportunity o where o.account_id = a.id and o.is_open) as opportunities
     from account a order by a.name`,
  );
  return new Map(
    rows.map((row) => {
      const nameKeys = companyNameKeys(row.name);
      return [row.id, { ...row, nameKeys, names: [...nameKeys] }];
    }),
  );
}

/** The version of the rules in force at a moment. */
export function policyAt(ledger: Ledger, at: Date): PolicyVersion {
  const found = ledger.policies.find((policy) => policy.effectiveFrom <= at);
  if (!found) throw new Error(`no rules are in force on ${at.toISOString()}`);
  return found;
}
