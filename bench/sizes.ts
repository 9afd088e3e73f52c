import type { PersonActor } from "@/kernel/actor";
import { dayOf } from "@/kernel/dates";
import { customersLike } from "@/modules/accounts/queries/customers-like";
import { waitingCounts } from "@/modules/deals/queries/home";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { quarterOf } from "@/modules/metrics/domain/quarters";
import { executiveOverview } from "@/modules/metrics/queries";
import { disconnect, withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { costOf, ownerOf } from "./cpu";
import { actorWith } from "./people";

const zone = "Europe/Berlin";
const owner = await ownerOf(process.env.DATABASE_URL ?? "");
const now = new Date();

const { rows: sample } = await owner.query<{ id: string; customer_name: string }>(
  "select id, customer_name from deal where customer_name <> '' order by md5(id::text) limit 200",
);
const { rows: middle } = await owner.query<{ cursor: string }>(
  "select id || '~' || created_at::text as cursor from deal order by created_at, id offset (select count(*) / 2 from deal) limit 1",
);
const dealAt = (turn: number) => sample[turn % sample.length] ?? { id: "", customer_name: "" };

/** What people wait for, as an executive sees it: all deals. */
const reads = (actor: PersonActor): Readonly<Record<string, (turn: number) => Promise<unknown>>> => ({
  list: () => withActor(actor, async (tx) => [await listDeals(tx, actor, { filter: {} }), await totalDeals(tx, {})]),
  page: () => withActor(actor, (tx) => listDeals(tx, actor, { filter: {}, after: middle[0]?.cursor })),
  byAmount: () =>
    withActor(actor, (tx) => listDeals(tx, actor, { filter: {}, sort: { by: "amount", descending: true } })),
  record: (turn) => withActor(actor, (tx) => recordDeal(tx, actor, dealAt(turn).id, now, zone)),
  search: (turn) =>
    withActor(actor, (tx) => listDeals(tx, actor, { filter: { search: dealAt(turn).customer_name }, size: 8 })),
  oneLetterOff: (turn) => {
    const name = dealAt(turn).customer_name;
    return withActor(actor, (tx) => customersLike(tx, actor, `${name.slice(0, 3)}${name.slice(4)}`, 8));
  },
  dashboard: () =>
    withActor(actor, async (tx) => {
      const { fiscalStartMonth: startMonth } = await installation(tx);
      const today = dayOf(now, zone);
      const quarter = quarterOf(today, startMonth);
      return [
        await waitingCounts(tx, actor),
        await executiveOverview(tx, quarter, { today, startMonth, limitMinutes: 960 }),
      ];
    }),
});

const times: Readonly<Record<string, number>> = { dashboard: 15 };
const actor = await actorWith(owner, "executive");
const costs: Record<string, unknown> = {};
for (const [name, work] of Object.entries(reads(actor)))
  costs[name] = await costOf(owner, process.pid, times[name] ?? 150, work);
console.log(JSON.stringify(costs));
await owner.end();
await disconnect();
