import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import type { PersonActor } from "@/kernel/actor";
import { addDays, dayOf } from "@/kernel/dates";
import { readName } from "@/modules/accounts/domain/matching/read-name";
import { searchKeys } from "@/modules/accounts/domain/matching/search-keys";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { disconnect } from "@/server/db";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { prepareDatabase } from "../scripts/lib/database";
import { readPeople } from "../scripts/lib/drill-writes";
import { productEnvironment } from "../scripts/lib/product";
import { oneTypo, percentile } from "./lib/numbers";

// Registers deals in a database filled with `npm run db:seed -- --profile=load …` and prints what one costs: processor time of this
// process and of the database, and how long it took. A third are new customers, a third known ones, a third have one typing error.

type Known = { readonly name: string; readonly country: string; readonly domain: string };

const { values: options } = parseArgs({ options: { count: { type: "string", default: "300" } } });
const count = Number(options.count);
process.env.LOG_LEVEL ??= "silent";
const database = await prepareDatabase();
Object.assign(process.env, productEnvironment(database, "http://localhost:3000"));
const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();

const ticksPerSecond = 100;

/** Milliseconds of processor time some connections have used, as the kernel counts them. */
async function databaseTime(whose: "product" | "own"): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' and (pid = pg_backend_pid()) = $1",
    [whose === "own"],
  );
  const ticks = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return Number(fields[11]) + Number(fields[12]);
  });
  return (ticks.reduce((sum, value) => sum + value, 0) * 1000) / ticksPerSecond;
}

const { rows: known } = await owner.query<Known>(
  `select a.name, a.country, d.domain from account a join account_domain d on d.account_id = a.id
   where ('x' || substr(md5(a.id::text), 1, 6))::bit(24)::int % 50 = 0 order by md5(a.id::text) limit $1`,
  [count],
);
const { sellers, productLineId } = await readPeople(database.ownerUrl);

function customerOf(turn: number): Known {
  const customer = known[turn % known.length];
  if (!customer) throw new Error("the database holds no customers: fill it with the load profile");
  const own = `registered-${newId()}.example`;
  if (turn % 3 === 0) return { name: `Zq${newId().slice(-8)} Werk GmbH`, country: customer.country, domain: own };
  return turn % 3 === 1 ? customer : { ...customer, name: oneTypo(customer.name, turn), domain: own };
}

async function draft(actor: PersonActor): Promise<string> {
  const dealId = newId();
  const input = { dealId, version: 0, draft: emptyDraft("EUR") };
  const { ok } = await execute(saveDraft, actor, input, { now: new Date(), newId });
  if (!ok) throw new Error("a draft was refused");
  return dealId;
}

async function submit(actor: PersonActor, dealId: string, { name, country, domain }: Known): Promise<number> {
  const now = new Date();
  const content = {
    customer: { name, website: domain, country },
    contact: { name: "Anke Reuter", email: `anke@${domain}` },
    productLineId,
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: "40000", currency: "EUR" },
    expectedClose: addDays(dayOf(now, "UTC"), 80),
    need: "",
  };
  const started = performance.now();
  const result = await execute(submitDeal, actor, { dealId, version: 1, content }, { now, newId });
  if (!result.ok) throw new Error(`a registration was refused: ${JSON.stringify(result.failure)}`);
  return performance.now() - started;
}

const sellerAt = (turn: number): PersonActor => {
  const seller = sellers[turn % sellers.length];
  if (!seller) throw new Error("nobody sells for a partner here");
  return seller;
};

const drafts: string[] = [];
for (let turn = 0; turn < count + 30; turn += 1) drafts.push(await draft(sellerAt(turn)));
for (let turn = count; turn < count + 30; turn += 1) await submit(sellerAt(turn), drafts[turn] ?? "", customerOf(turn));

const [server, own] = [await databaseTime("product"), process.cpuUsage()];
const times: number[] = [];
for (let turn = 0; turn < count; turn += 1)
  times.push(await submit(sellerAt(turn), drafts[turn] ?? "", customerOf(turn)));
const used = process.cpuUsage(own);
const inServer = (await databaseTime("product")) - server;

// How often a customer with one typing error is found again, and what the look into the index costs.
let found = 0;
const rounds = 5;
const before = await databaseTime("own");
for (let round = 0; round < rounds; round += 1) {
  for (const [turn, customer] of known.entries()) {
    const { whole, words } = searchKeys(readName(oneTypo(customer.name, turn + round)));
    const values = [whole, words, customer.country];
    const { rows } = await owner.query<{ names: string[] }>(
      "select names from entente.accounts_like($1, $2, $3, 40)",
      values,
    );
    if (rows.some(({ names }) => names.includes(customer.name))) found += 1;
  }
}
const looked = known.length * rounds;
const lookups = (await databaseTime("own")) - before;
const { rows: sizes } = await owner.query<{ deals: number; accounts: number }>(
  "select (select count(*)::int from deal) as deals, (select count(*)::int from account) as accounts",
);
await owner.end();
await disconnect();
await database.stop();

const each = (milliseconds: number) => Math.round((milliseconds / count) * 100) / 100;
console.log(
  JSON.stringify(
    {
      ...sizes[0],
      registrations: count,
      cpuMilliseconds: {
        each: each((used.user + used.system) / 1000 + inServer),
        process: each((used.user + used.system) / 1000),
        database: each(inServer),
      },
      milliseconds: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
      lookup: { cpuMilliseconds: Math.round((lookups / looked) * 100) / 100, found, of: looked },
    },
    null,
    2,
  ),
);
