import type { BusinessCalendar } from "@/kernel/calendar";
import { addDays, type PlainDate } from "@/kernel/dates";
import { givePresales } from "@/modules/deals/use-cases/give-presales";
import { closeBreach } from "@/modules/opportunities/use-cases/close-breach";
import { openOpportunity } from "@/modules/opportunities/use-cases/open-opportunity";
import { withActor } from "@/server/db";
import { type Company, companies } from "./companies";
import { tellEndings } from "./endings";
import { idsOf } from "./ids";
import { act, draft, fireDueClocks, type Live, submit } from "./live";
import { businessMinutesBefore, dayAt, workingDaysBefore, workingMoment } from "./moments";
import { directSeller } from "./neighbours";
import { bookOrders } from "./orders";
import { partnerOf } from "./partners";
import type { Cast } from "./people";
import { contentFor } from "./showcase";

type Scene = { cast: Cast; calendar: BusinessCalendar; now: Date };

const budget = 960;

// Partner, customer, product, amount, business minutes that are left to decide; the first one was late and went to a program owner.
const waiting = [
  ["Datenwerft Nord", companies.hanse, "observe", 47_800, -60],
  ["Alpstein Consulting", companies.vierwald, "lakehouse", 212_000, 120],
  ["Kepler Data", companies.isarwerk, "lakehouse", 184_000, 300],
  ["Neckar Cloud", companies.moselglas, "streams", 38_500, 310],
  ["Rheinblick IT", companies.klinik, "streams", 96_400, 335],
  ["Alpstein Consulting", companies.bodensee, "catalog", 154_000, 420],
  ["Great Lakes Integrators", companies.ohio, "observe", 245_000, 540],
  ["Kepler Data", companies.stadtwerke, "lakehouse", 61_200, 660],
  ["Fjordstack", companies.lofoten, "lakehouse", 2_400_000, 720],
  ["Ostsee Systemhaus", companies.weserhof, "streams", 13_400, 780],
  ["Harbour & Finch", companies.thames, "lakehouse", 164_000, 800],
  ["Datenwerft Nord", companies.falkensee, "observe", 168_000, 840],
  ["Donauraum Data", companies.linz, "catalog", 22_600, 915],
  ["Cascadia Insights", companies.juniper, "edge", 31_000, 930],
  ["Alpstein Consulting", companies.tirol, "lakehouse", 139_000, 940],
  ["Harbour & Finch", companies.aubrac, "streams", 64_000, 690],
  ["Minho Sistemas", companies.caldeirao, "lakehouse", 172_000, 365],
  ["SICSI Grand Ouest", companies.tregor, "lakehouse", 260_000, 450],
  ["Minato Data", companies.aobadani, "edge", 38_000_000, 505],
  ["Brabantse Automatiseringsgroep", companies.wadden, "streams", 195_000, 610],
  ["Wisła Dane", companies.nysa, "observe", 980_000, 700],
  ["Chesapeake Data Partners", companies.penobscot, "catalog", 240_000, 880],
] as const;

/** What a visitor of the demo finds going on, through the use cases: reviews with running clocks, a fresh approval, drafts. */
export async function tellPresent({ cast, calendar, now }: Scene): Promise<void> {
  const live = { newId: idsOf("live") };
  const today = dayAt(now);
  const close = addDays(today, 80);
  const submissions = waiting.map(([trading, company, product, amount, left]) => {
    const { currency, people } = partnerOf(trading);
    const content = contentFor(company, product, amount, currency, close);
    return { by: people[0], content, at: businessMinutesBefore(calendar, now, budget - left), expected: "in_review" };
  });
  submissions.push({
    by: "Lena Brandt",
    content: contentFor(companies.nordlicht, "streams", 46_000, "EUR", close),
    at: workingMoment(workingDaysBefore(today, 3), 9, 40),
    expected: "approved",
  });
  for (const [by, company, days] of [
    ["Fenja Petersen", companies.falster, 2],
    ["Stefan Krüger", companies.uecker, 3],
  ] as const)
    submissions.push({
      by,
      content: contentFor(company, "edge", 34_000, "EUR", close),
      at: workingMoment(workingDaysBefore(today, days), 10, 30),
      expected: "approved",
    });
  // Numbers follow the order of time.
  for (const { by, content, at, expected } of submissions.sort(
    (left, right) => left.at.getTime() - right.at.getTime(),
  )) {
    const { outcome } = await submit(live, cast.actorOf(by), content, at);
    if (outcome !== expected) throw new Error(`${content.customer.name} should be ${expected}, but is ${outcome}`);
  }
  await fireDueClocks(live, now);
  await bookOrders(live, now);
  await tellEndings(live, cast, now);
  await giveHelp(live, cast, now);
  await tellSellers(live, cast, now);
  await beginDrafts(live, cast, now, close);
}

/** The vendor's seller opens one where nobody is protected, and goes on at two customers of partners; one of these was agreed. */
async function tellSellers(live: Live, cast: Cast, now: Date): Promise<void> {
  const seller = cast.actorOf(directSeller);
  const at = (before: number, hour: number) => workingMoment(workingDaysBefore(dayAt(now), before), hour, 15);
  const open = (company: Company, title: string, reason: string, note: string, moment: Date) => {
    const { name, website, country } = company;
    const entry = { opportunityId: live.newId(), customer: { name, website, country }, title, productLineId: "" };
    return act(live, seller, openOpportunity, { ...entry, reason, note }, moment);
  };
  const free = { ...companies.rheinchem, name: "Sauerland Armaturen GmbH", website: "sauerland-armaturen.example" };
  await open(free, "Fleet telemetry", "", "", at(6, 11));
  const stadtwerke = "The utility's tender names the manufacturer as the bidder.";
  await open(companies.stadtwerke, "Grid data", "tender", stadtwerke, at(4, 16));
  await open(companies.donau, "Control room", "customer_insists", "The new CIO called us directly.", at(1, 11));
  const breachId = await withActor(cast.actorOf("Jonas Lindqvist"), async (tx) => {
    const breach = await tx.breach.findFirst({ where: { reason: "tender" }, select: { id: true } });
    return breach?.id;
  });
  const note = "We bid as the manufacturer, the partner delivers. Agreed with both on the phone.";
  await act(live, cast.actorOf("Jonas Lindqvist"), closeBreach, { breachId, outcome: "agreed", note }, at(2, 9));
}

/** Of the help that approvals brought, one was given. */
async function giveHelp(live: Live, cast: Cast, now: Date): Promise<void> {
  const manager = cast.actorOf("Jonas Lindqvist");
  const { id: dealId, version } = await withActor(manager, (tx) =>
    tx.deal.findFirstOrThrow({ where: { customerName: companies.uecker.name }, select: { id: true, version: true } }),
  );
  const note = "Sized for twelve sites with Stefan; the sheet is with the customer.";
  await act(
    live,
    manager,
    givePresales,
    { dealId, version, note },
    workingMoment(workingDaysBefore(dayAt(now), 2), 15, 40),
  );
}

async function beginDrafts(live: Live, cast: Cast, now: Date, close: PlainDate): Promise<void> {
  const lena = cast.actorOf("Lena Brandt");
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const half = contentFor(
    { ...companies.rheinchem, name: "Lahntal Medizintechnik GmbH", website: "lahntal-medizin.example" },
    "edge",
    75_000,
    "EUR",
    close,
  );
  await draft(live, lena, "EUR", minutesAgo(8), { customer: half.customer, productLineId: half.productLineId });
  await draft(live, lena, "EUR", minutesAgo(6), {
    customer: { name: "Odenwald Möbel", website: "", country: "DE" },
    need: "Met at the fair; call back next week.",
  });
  await draft(live, lena, "EUR", minutesAgo(4));
}
