import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { editableDeal } from "@/modules/deals/queries/edit-deal";
import { ownRegistrations } from "@/modules/deals/queries/own-registrations";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { listPartners } from "@/modules/partners/queries/list-partners";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { recordPartner } from "@/modules/partners/queries/record-partner";
import { teamOf } from "@/modules/people/queries/team";
import { onlookers } from "@/modules/records/queries/onlookers";
import { recordStream } from "@/modules/records/queries/stream";
import { Prisma, type Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { canariesIn, canary, seedDealsInEveryState } from "../support/canaries";
import { asked, leaks, type Reader, readers, type StoredDeal, storedDeals } from "../support/readers";
import { idOf, noon, sql, today } from "../support/world";

let deals: StoredDeal[];

beforeAll(async () => {
  await seedDealsInEveryState();
  deals = await storedDeals();
});

const everyReader = readers.map((reader) => [reader.who, reader] as const);
type Read = (tx: Tx, actor: PersonActor, id: string) => Promise<unknown>;

/** What a read gives, or the error it throws, as far as either could reach a person or a log. */
async function answer(reader: Reader, read: Read, id: string): Promise<unknown> {
  try {
    return await asked(reader, (tx, actor) => read(tx, actor, id));
  } catch (error) {
    return error instanceof Error ? { ...error, message: error.message } : error;
  }
}

const everything = { filter: "all", after: undefined, decisions: [], now: noon } as const;

const ofDeal: readonly (readonly [string, Read])[] = [
  ["the record", (tx, actor, id) => recordDeal(tx, actor, id, noon, "Europe/Berlin")],
  ["the form", editableDeal],
  ["the timeline", (tx, actor, id) => recordStream(tx, actor, { kind: "deal", id }, everything)],
  ["whom to mention", (tx, actor, id) => onlookers(tx, actor, { kind: "deal", id })],
];

const ofPartner: readonly (readonly [string, Read])[] = [
  ["the record", (tx, _actor, id) => recordPartner(tx, id)],
  ["the company of the reader", (tx, _actor, id) => ownPartner(tx, id, today)],
  [
    "the team",
    async (tx, actor, id) => ({ ...(await teamOf(tx, actor, id, { now: noon, today })), partnerId: "", can: null }),
  ],
  ["registrations to warn of", (tx, _actor, id) => ownRegistrations(tx, id, newId())],
];

describe.each(everyReader)("[GOVR-02] [S1] %s", (_who, reader) => {
  test.each(ofDeal)("%s of a deal out of sight is that of a deal that does not exist", async (_what, read) => {
    const nothing = await answer(reader, read, newId());
    for (const deal of deals.filter((each) => !reader.sees(each))) {
      expect(await answer(reader, read, deal.id), deal.number).toEqual(nothing);
    }
  });

  test("the record of a visible deal holds nothing of a deal out of sight", async () => {
    for (const deal of deals.filter(reader.sees)) {
      const record = await asked(reader, (tx, actor) => recordDeal(tx, actor, deal.id, noon, "Europe/Berlin"));
      expect(canariesIn(record), deal.number).toContain(deal.customer_name.toLowerCase());
      expect(leaks(reader, deals, record), deal.number).toEqual([]);
      const ref = { kind: "deal", id: deal.id } as const;
      const stream = await asked(reader, (tx, actor) => recordStream(tx, actor, ref, everything));
      expect(leaks(reader, deals, stream), deal.number).toEqual([]);
    }
  });

  test.each(ofPartner)("%s of a partner out of sight is that of a partner that does not exist", async (_what, read) => {
    const nothing = await answer(reader, read, newId());
    for (const company of ["alpha", "beta", "gamma"] as const) {
      const got = await answer(reader, read, idOf(company));
      if (!reader.knows.includes(company)) expect(got, company).toEqual(nothing);
      expect(leaks(reader, deals, got), company).toEqual([]);
    }
  });

  test("a search for partners finds the known ones only", async () => {
    for (const company of ["alpha", "beta", "gamma"] as const) {
      const search = canary(company, "partner");
      const { rows } = await asked(reader, (tx) => listPartners(tx, { filter: { search }, wonSince: today }));
      expect(rows.map((row) => row.id)).toEqual(reader.knows.includes(company) ? [idOf(company)] : []);
    }
  });
});

/** All rows of a table with the columns that the reader's database role gives out; none where it has no right to any. */
function dump(reader: Reader, table: string): Promise<unknown> {
  return asked(reader, async (tx) => {
    const columns = await tx.$queryRaw<{ name: string }[]>`
      select quote_ident(attname) as name from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'select')`;
    if (columns.length === 0) return [];
    return tx.$queryRaw`select to_jsonb(t) as row from (select ${Prisma.raw(columns.map(({ name }) => name).join(", "))} from ${Prisma.raw(table)}) t`;
  });
}

test.each(everyReader)(
  "[GOVR-02] [S1] %s gets no foreign row from any table, whatever is asked",
  async (_who, reader) => {
    const tables = await sql<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) expect(leaks(reader, deals, await dump(reader, name)), name).toEqual([]);
  },
);
