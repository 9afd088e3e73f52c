import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { addDays, plainDate } from "@/kernel/dates";
import { emptyDraft } from "@/modules/deals/domain/draft";
import {
  decisionTurnaround,
  openPipeline,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/metrics";
import { dealRowSchema, dealTotalsRowSchema, listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { partnerTrack, partnerTrackRowSchema } from "@/modules/deals/queries/partner-track";
import {
  findProtection,
  holdDeal,
  insertDraft,
  insertProtection,
  isScopeTaken,
  protectedDeals,
} from "@/modules/deals/repository";
import { endingSoon, isWarned } from "@/modules/deals/repository/endings";
import { decidersOf } from "@/modules/deals/repository/revocations";
import { winsWithOrders } from "@/modules/deals/repository/wins";
import { mailStanding, queueMail } from "@/modules/notices/repository/mails";
import {
  ownOpportunities,
  ownOpportunityRowSchema,
  protectedOpportunityRowSchema,
} from "@/modules/opportunities/queries/own-opportunities";
import { unwatched } from "@/modules/opportunities/repository";
import { signedPartnerRowSchema, timeToFirstDeal } from "@/modules/partners/metrics";
import {
  countPartners,
  listPartners,
  partnerCountRowSchema,
  partnerRowSchema,
} from "@/modules/partners/queries/list-partners";
import { ownTaskRowSchema, ownTasks } from "@/modules/records/queries/tasks";
import {
  findSubject,
  followerRowSchema,
  followersOf,
  onlookerRowSchema,
  subjectRowSchema,
  whoSees,
} from "@/modules/records/repository/subjects";
import { type Tx, withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { accountStatements } from "../support/account-statements";
import { people, seedDealsInEveryState } from "../support/canaries";
import { fairnessStatements } from "../support/fairness-statements";
import { importStatements } from "../support/import-statements";
import { listStatements } from "../support/list-statements";
import { participantStatements } from "../support/participant-statements";
import { peopleStatements } from "../support/people-statements";
import { directOpportunitiesAt, orderOfReportedWin } from "../support/seller-rows";
import { seedTroubles, settingsStatements } from "../support/settings-statements";
import { idOf, noon, sql, today, world } from "../support/world";

const { alphaSales } = people;
const year = { from: plainDate("2026-01-01"), until: plainDate("2027-01-01") };
const system: Actor = { kind: "system", cause: "worker" };

/** An approved deal of alpha, with its customer. */
let deal: { id: string; account_id: string; customer_name: string };

beforeAll(async () => {
  await seedDealsInEveryState();
  await seedTroubles();
  const approved = "select id, account_id, customer_name from deal where owner_id = $1 and status = 'approved' limit 1";
  const [found] = await sql<typeof deal>(approved, [alphaSales.personId]);
  if (!found) throw new Error("nothing of alpha was approved");
  deal = found;
});

/** A statement by its place in the source, who runs it, and the shape of its rows. */
type Raw = {
  readonly file: string;
  readonly what: string;
  readonly as: Actor;
  run(tx: Tx): Promise<unknown>;
  readonly rows: z.ZodType;
};

const list = "deals/queries/list-deals.ts";
const metrics = "deals/metrics.ts";
const repository = "deals/repository.ts";
const subjects = "records/repository/subjects.ts";
const figure = z.strictObject({ value: z.bigint().nullable(), count: z.number() });
const listed = z.strictObject({ ...dealRowSchema.shape, cursor_key: z.string() });
const scope = () => ({ accountId: deal.account_id, productLineId: idOf("lakehouse"), role: "selling" });

async function draft(tx: Tx): Promise<void> {
  const who = { partnerId: idOf("alpha"), ownerId: alphaSales.personId, createdById: alphaSales.personId };
  await insertDraft(tx, { id: newId(), ...who, draft: emptyDraft("EUR"), now: noon });
}

async function protect(tx: Tx): Promise<void> {
  const period = { from: addDays(today, 400), until: addDays(today, 490) };
  await insertProtection(tx, { id: newId(), dealId: deal.id, partnerId: idOf("alpha"), ...scope(), period, now: noon });
}

/** Every statement that is written as SQL. */
const statements: readonly Raw[] = [
  {
    file: list,
    what: "a page of deals",
    as: world.finance,
    run: (tx) => listDeals(tx, world.finance, { filter: {}, size: 200 }),
    rows: listed,
  },
  {
    file: list,
    what: "totals",
    as: world.finance,
    run: (tx) => totalDeals(tx, {}),
    rows: dealTotalsRowSchema.strict(),
  },
  {
    file: list,
    what: "totals of no deals",
    as: world.finance,
    run: (tx) => totalDeals(tx, { search: "there is no such customer" }),
    rows: dealTotalsRowSchema.strict(),
  },
  {
    file: "deals/queries/partner-track.ts",
    what: "a track record",
    as: world.finance,
    run: (tx) => partnerTrack(tx, idOf("alpha")),
    rows: partnerTrackRowSchema.strict(),
  },
  {
    file: "partners/queries/list-partners.ts",
    what: "a page of partners",
    as: world.finance,
    run: (tx) => listPartners(tx, { wonSince: year.from }),
    rows: partnerRowSchema.strict(),
  },
  {
    file: "deals/repository/wins.ts",
    what: "wins that orders name",
    as: system,
    async run(tx) {
      await orderOfReportedWin(tx);
      return winsWithOrders(tx, 10);
    },
    rows: z.strictObject({ id: z.string() }),
  },
  {
    file: "opportunities/queries/own-opportunities.ts",
    what: "own opportunities",
    as: world.seller,
    async run(tx) {
      await directOpportunitiesAt(deal.account_id);
      return ownOpportunities(tx, today);
    },
    rows: z.union([ownOpportunityRowSchema.strict(), protectedOpportunityRowSchema.strict()]),
  },
  {
    file: "opportunities/repository.ts",
    what: "opportunities of the CRM at protected customers",
    as: system,
    run: (tx) => unwatched(tx, today, 10),
    rows: z.strictObject({ id: z.string() }),
  },
  {
    file: "partners/queries/list-partners.ts",
    what: "the number of partners",
    as: world.finance,
    run: (tx) => countPartners(tx),
    rows: partnerCountRowSchema.strict(),
  },
  {
    file: "partners/metrics.ts",
    what: "partners that signed",
    as: world.finance,
    run: (tx) => timeToFirstDeal(tx, { from: plainDate("2024-12-01"), asOf: today }),
    rows: signedPartnerRowSchema.strict(),
  },
  { file: metrics, what: "a sum over wins", as: world.finance, run: (tx) => sourcedRevenue(tx, year), rows: figure },
  { file: metrics, what: "a sum over estimates", as: world.finance, run: (tx) => openPipeline(tx), rows: figure },
  {
    file: metrics,
    what: "the win rate",
    as: world.finance,
    run: (tx) => winRate(tx, year),
    rows: z.strictObject({ won: z.number(), closed: z.number() }),
  },
  {
    file: metrics,
    what: "the turnaround",
    as: world.finance,
    run: (tx) => decisionTurnaround(tx, year, 960),
    rows: z.strictObject({ median: z.number(), count: z.number(), on_time: z.number() }),
  },
  {
    file: metrics,
    what: "the turnaround of nothing",
    as: world.seller,
    run: (tx) => decisionTurnaround(tx, year, 960),
    rows: z.strictObject({ median: z.null(), count: z.number(), on_time: z.number() }),
  },
  {
    file: metrics,
    what: "revenue by month",
    as: world.finance,
    run: (tx) => revenueByMonth(tx, year),
    rows: z.strictObject({ month: z.iso.date(), amount: z.bigint() }),
  },
  {
    file: metrics,
    what: "revenue by region",
    as: world.finance,
    run: (tx) => revenueByRegion(tx, year),
    rows: z.strictObject({ region_id: z.uuid(), region: z.string(), amount: z.bigint(), count: z.number() }),
  },
  { file: repository, what: "a number", as: alphaSales, run: draft, rows: z.strictObject({ value: z.bigint() }) },
  { file: repository, what: "a new protection", as: system, run: protect, rows: z.strictObject({ id: z.uuid() }) },
  {
    file: repository,
    what: "a deal held as it was read",
    as: world.manager,
    run: async (tx) => holdDeal(tx, await tx.deal.findUniqueOrThrow({ where: { id: deal.id } })),
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: "deals/repository/revocations.ts",
    what: "who decides about a partner",
    as: world.manager,
    run: (tx) => decidersOf(tx, idOf("alpha")),
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: repository,
    what: "the protection of a deal",
    as: alphaSales,
    run: (tx) => findProtection(tx, deal.id),
    rows: z.strictObject({ id: z.uuid(), from: z.date(), until: z.date() }),
  },
  {
    file: repository,
    what: "whether a scope is taken",
    as: system,
    run: (tx) => isScopeTaken(tx, scope(), newId(), today),
    rows: z.strictObject({ taken: z.boolean() }),
  },
  {
    file: repository,
    what: "protected deals",
    as: system,
    run: (tx) => protectedDeals(tx, [deal.account_id], newId(), today),
    rows: z.strictObject({
      dealId: z.uuid(),
      dealNumber: z.string(),
      leadId: z.uuid(),
      partnerId: z.uuid(),
      partnerName: z.string(),
      accountId: z.uuid(),
      productLineId: z.uuid(),
      productLine: z.string(),
      role: z.string(),
      customerName: z.string(),
      until: z.date(),
    }),
  },
  {
    file: "deals/repository/endings.ts",
    what: "protections that end soon",
    as: system,
    run: (tx) => endingSoon(tx, [14, 7, 1], { today: addDays(today, 80), zone: "Europe/Berlin", most: 5 }),
    rows: z.strictObject({ id: z.uuid(), until: z.date(), days: z.number() }),
  },
  {
    file: "deals/repository/endings.ts",
    what: "a deal held for a warning",
    as: system,
    run: (tx) => isWarned(tx, { dealId: deal.id, until: addDays(today, 90), days: 14 }),
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: "notices/repository/mails.ts",
    what: "a mail that collects",
    as: system,
    run: (tx) =>
      queueMail(tx, { id: newId(), personId: alphaSales.personId, form: "digest", dueAt: noon, createdAt: noon }),
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: "notices/repository/mails.ts",
    what: "how mail stands",
    as: world.administrator,
    run: (tx) => mailStanding(tx),
    rows: z.strictObject({ waiting: z.number(), since: z.date().nullable(), failed: z.number() }),
  },
  {
    file: subjects,
    what: "a record of any kind",
    as: alphaSales,
    run: (tx) => findSubject(tx, { kind: "deal", id: deal.id }),
    rows: subjectRowSchema.strict(),
  },
  {
    file: "records/queries/tasks.ts",
    what: "what waits for somebody",
    as: alphaSales,
    run: async (tx) => {
      await tx.recordTask.updateMany({
        where: { ownerId: alphaSales.personId },
        data: { doneAt: null, doneByName: null },
      });
      return ownTasks(tx, alphaSales);
    },
    rows: ownTaskRowSchema.strict(),
  },
  {
    file: subjects,
    what: "who sees a record",
    as: alphaSales,
    run: (tx) => whoSees(tx, { kind: "deal", id: deal.id }, "all"),
    rows: onlookerRowSchema.strict(),
  },
  {
    file: subjects,
    what: "who follows a record",
    as: system,
    run: (tx) => followersOf(tx, { kind: "deal", id: deal.id }),
    rows: followerRowSchema.strict(),
  },
  ...accountStatements,
  ...fairnessStatements,
  ...importStatements,
  ...participantStatements,
  ...settingsStatements,
  ...listStatements,
  ...peopleStatements,
];

type Sent = { readonly begins: string; readonly rows: unknown[] };
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The raw statements something sends, with their rows as the database driver hands them over. */
async function sentBy({ as, run }: Raw): Promise<Sent[]> {
  const sent: Sent[] = [];
  const watched = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (name !== "$queryRaw") return Reflect.get(target, name);
        return async (text: TemplateStringsArray, ...values: unknown[]) => {
          const rows = await target.$queryRaw<unknown[]>(text, ...values);
          sent.push({ begins: oneLine(text[0] ?? ""), rows });
          return rows;
        };
      },
    });
  await withActor(as, (tx) => run(watched(tx)));
  return sent;
}

test.each(statements.map((raw) => [`${raw.what} (${raw.file})`, raw] as const))(
  "%s: the rows have the declared shape",
  async (_name, raw) => {
    const rows = (await sentBy(raw)).flatMap((sent) => sent.rows);
    expect(rows).not.toEqual([]);
    expect(z.array(raw.rows).safeParse(rows).error?.issues ?? []).toEqual([]);
  },
);

test("every raw statement of the modules is in the table above", async () => {
  const sources = readdirSync("src/modules", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const written = sources.flatMap((file) => {
    const text = readFileSync(path.join("src/modules", file), "utf8");
    return [...text.matchAll(/\$queryRaw(?:<[^`]*>)?`([^`$]*)/g)].map(
      ([, begins = ""]) => `${file}: ${oneLine(begins)}`,
    );
  });
  const checked = new Set<string>();
  for (const raw of statements) for (const { begins } of await sentBy(raw)) checked.add(`${raw.file}: ${begins}`);
  expect([...checked].sort()).toEqual([...new Set(written)].sort());
});
