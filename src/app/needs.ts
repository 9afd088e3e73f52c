import { can } from "@/kernel/access";
import { partnerTasks, vendorTasks } from "@/modules/deals/queries/home";
import { jointDeals } from "@/modules/deals/queries/participants";
import { jointNeeds } from "@/modules/deals/ui/partner/joint-needs";
import { partnerNeeds } from "@/modules/deals/ui/partner/tasks";
import { vendorNeeds } from "@/modules/deals/ui/vendor/tasks";
import { recordKinds } from "@/modules/records/domain/record";
import { ownTasks } from "@/modules/records/queries/tasks";
import { taskNeeds } from "@/modules/records/ui/task-needs";
import type { PageContext } from "@/server/page";
import type { Need } from "@/ui/task-list";
import { byDue } from "@/ui/task-order";
import { portalOf } from "./portals";
import type { Reader } from "./reader";

/** What of one capability waits for the reader. A module that has something takes its place in the list below. */
type NeedSource = (context: PageContext, reader: Reader) => Promise<readonly Need[]>;

const ofDeals: NeedSource = async ({ actor, tx, now }, { today, zone, vendor }) => {
  if (!can(actor, "deal.read")) return [];
  return actor.side === "partner"
    ? [
        ...(await jointNeeds(await jointDeals(tx, actor))),
        ...(await partnerNeeds({ tasks: await partnerTasks(tx, actor, today), now, zone, vendorZone: vendor.zone })),
      ]
    : vendorNeeds({ tasks: await vendorTasks(tx, actor), now, zone });
};

const ofRecords: NeedSource = async ({ actor, tx, now }, { zone }) => {
  const portal = portalOf(actor);
  // Only deals have a record in every portal.
  const place = (kind: keyof typeof recordKinds) => (kind === "deal" ? portal : "channel");
  return taskNeeds({
    tasks: await ownTasks(tx, actor),
    hrefOf: ({ kind, recordId }) => `/${place(kind)}/${recordKinds[kind].place}/${recordId}#tasks`,
    now,
    zone,
  });
};

const sources: readonly NeedSource[] = [ofDeals, ofRecords];

/** What needs the reader, over all capabilities, the next due first. */
export async function needsOf(context: PageContext, reader: Reader): Promise<Need[]> {
  const needs: Need[] = [];
  for (const source of sources) needs.push(...(await source(context, reader)));
  return byDue(needs);
}
