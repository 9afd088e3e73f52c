import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { emptyDraft } from "@/modules/deals/domain/draft";
import type { DealContentInput } from "@/modules/deals/schema";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { newId } from "@/server/ids";
import type { UseCase } from "@/server/use-case";
import { type Ledger, openLedger } from "../../prisma/seed/ledger";
import { confirm, lose, moveTo, release, win } from "../../prisma/seed/ledger-sales";
import { answer, approve, ask, register, reject, withdraw } from "../../prisma/seed/ledger-verbs";
import { writeLedger } from "../../prisma/seed/ledger-write";
import { testDatabaseUrl } from "../support/database";
import { dealRow, does, done } from "../support/deals";
import { content, noon, seedWorld, sql, today, world } from "../support/world";

const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

/** The same registration for both; only the customer's name and website tell them apart. */
function registration(who: string, customer: string, amount: string, currency = "EUR"): DealContentInput {
  const website = `${who}-${customer}.example`.toLowerCase();
  return content({ customer: { name: `${who} ${customer}`, website, country: "DE" }, amount: { amount, currency } });
}

function inLedger(ledger: Ledger, seller: PersonActor, manager: PersonActor): void {
  const small = register(ledger, seller, registration("Alpha", "Papier", "60000", "USD"), noon);
  moveTo(small, seller, "proposal", hours(1));
  win(small, seller, "55000", "PO-1", hours(2));
  confirm(small, manager, hours(3));
  const large = register(ledger, seller, registration("Alpha", "Optik", "300000"), hours(4));
  ask(large, manager, "Which unit signs?", hours(22));
  const again = answer(large, seller, "The second.", hours(24));
  if (!again) throw new Error("the answer came in time");
  approve(again, manager, "Go ahead.", hours(26));
  lose(again, seller, "price", hours(27));
  const other = register(ledger, seller, registration("Alpha", "Verlag", "200000"), hours(28));
  reject(other, manager, "not_qualified", "No project yet.", hours(29));
  const taken = register(ledger, seller, registration("Alpha", "Molkerei", "210000"), hours(30));
  withdraw(taken, seller, hours(31));
  const given = register(ledger, seller, registration("Alpha", "Chemie", "40000"), hours(32));
  release(given, seller, "not_pursued", hours(33));
}

async function step(actor: PersonActor, useCase: UseCase<unknown, unknown>, dealId: string, more: object, at: Date) {
  const { version } = await dealRow(dealId);
  done(await does(actor, useCase, { dealId, version, ...more }, at));
}

async function throughUseCases(seller: PersonActor, manager: PersonActor): Promise<void> {
  // The input types differ; what is checked here is what they do.
  const by = <Input, Value>(useCase: UseCase<Input, Value>) => useCase as unknown as UseCase<unknown, unknown>;
  const begin = async (input: DealContentInput, at: Date) => {
    const dealId = newId();
    const draftedAt = new Date(at.getTime() - 9 * 60_000);
    done(await does(seller, saveDraft, { dealId, version: 0, draft: emptyDraft("EUR") }, draftedAt));
    await step(seller, by(submitDeal), dealId, { content: input }, at);
    return dealId;
  };
  const small = await begin(registration("Gamma", "Papier", "60000", "USD"), noon);
  await step(seller, by(changeStage), small, { stage: "proposal" }, hours(1));
  const won = { wonOn: today, amount: { amount: "55000", currency: "USD" }, orderReference: "PO-1" };
  await step(seller, by(reportWin), small, won, hours(2));
  await step(manager, by(confirmWin), small, {}, hours(3));
  const input = registration("Gamma", "Optik", "300000");
  const large = await begin(input, hours(4));
  await step(manager, by(returnDeal), large, { question: "Which unit signs?" }, hours(22));
  await step(seller, by(submitDeal), large, { content: input, answer: "The second." }, hours(24));
  await step(manager, by(approveDeal), large, { note: "Go ahead." }, hours(26));
  await step(seller, by(reportLoss), large, { reason: "price", lostOn: "2026-11-26" }, hours(27));
  const other = await begin(registration("Gamma", "Verlag", "200000"), hours(28));
  await step(manager, by(rejectDeal), other, { reason: "not_qualified", note: "No project yet." }, hours(29));
  const taken = await begin(registration("Gamma", "Molkerei", "210000"), hours(30));
  await step(seller, by(withdrawDeal), taken, {}, hours(31));
  const given = await begin(registration("Gamma", "Chemie", "40000"), hours(32));
  await step(seller, by(releaseDeal), given, { reason: "not_pursued" }, hours(33));
}

// What both ways leave in a table, without ids and names that have to differ.
const remains: Record<string, string> = {
  deal: `select to_jsonb(d) - '{id,number,partner_id,owner_id,created_by_id,win_reported_by_id,account_id,customer_name,customer_website,typed}'::text[] as line
    from deal d where partner_id = $1 and origin = 'partner' order by created_at`,
  deal_history: `select to_jsonb(h) - '{deal_id,partner_id}'::text[] as line from deal_history h join deal d on d.id = h.deal_id
    where h.partner_id = $1 and d.origin = 'partner' order by valid_from`,
  decision:
    "select to_jsonb(d) - '{id,subject_id,partner_id}'::text[] as line from decision d where partner_id = $1 order by decided_at",
  decision_basis: `select to_jsonb(b) - '{decision_id,partner_id}'::text[] as line from decision_basis b join decision d on d.id = b.decision_id
    where b.partner_id = $1 order by decided_at`,
  clock:
    "select to_jsonb(c) - '{id,subject_id,partner_id}'::text[] as line from clock c where partner_id = $1 order by started_at, kind",
  protection:
    "select role, product_line_id, period::text, created_at from protection where partner_id = $1 order by created_at",
  event: `select to_jsonb(e) - '{id,subject_id,partner_id,actor_id,actor_name,sequence}'::text[] as line from event e
    where partner_id = $1 order by sequence`,
  account: `select a.country, a.is_customer, (select count(*)::int from account_domain where account_id = a.id) as domains,
    (select count(*)::int from account_name where account_id = a.id) as names from account a join account_link l on l.account_id = a.id
    where l.partner_id = $1 order by a.name`,
};

describe("the ledger of the demo", () => {
  beforeAll(async () => {
    await seedWorld();
    const db = new pg.Client({ connectionString: testDatabaseUrl() });
    await db.connect();
    await db.query("set role entente_owner");
    const ledger = await openLedger(db);
    inLedger(ledger, world.alphaSales, world.manager);
    await writeLedger(db, ledger);
    await db.end();
    await throughUseCases(world.betaSales, world.manager);
  }, 60_000);

  test.each(Object.keys(remains))("leaves in %s what the use cases leave", async (table) => {
    const statement = remains[table] ?? "";
    const told = await sql(statement, [world.alphaSales.partnerId]);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(await sql(statement, [world.betaSales.partnerId]));
  });
});
