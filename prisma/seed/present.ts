import { addDays, dayOf, type PlainDate, weekdayOf } from "@/kernel/dates";
import type { DealContentInput } from "@/modules/deals/schema";
import { customerOf } from "./customers";
import { seedPartners } from "./partners";
import type { Cast } from "./program";
import { ask, draft, productId, register, vendorZone, win, workingMoment } from "./story";

type Scene = { cast: Cast; now: Date };

/** The n-th working day before today; 0 is today, or Friday on a weekend. */
function workingDaysAgo(today: PlainDate, count: number): PlainDate {
  let day = today;
  for (let left = count; ; day = addDays(day, -1)) {
    if (weekdayOf(day) > 5) continue;
    if (left === 0) return day;
    left -= 1;
  }
}

function content(
  region: string,
  index: number,
  country: string,
  currency: string,
  amount: number,
  product: string,
  close: PlainDate,
): DealContentInput {
  const customer = customerOf(region, index);
  return {
    customer: { name: customer.name, website: customer.website, country },
    contact: { name: customer.contact, email: customer.email },
    productLineId: productId(product),
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: String(amount), currency },
    expectedClose: close,
    need: "Wants one place for the data of three plants; the tender runs through IT purchasing.",
  };
}

// Partner, customer number, amount, product, working days ago, hour: what waits for a reviewer right now.
const waiting = [
  ["Kepler Data", 61, 184_000, "lakehouse", 1, 15],
  ["Rheinblick IT", 62, 238_500, "streams", 1, 16],
  ["Alpstein Consulting", 63, 212_000, "lakehouse", 1, 10],
  ["Datenwerft Nord", 64, 168_000, "observe", 1, 12],
  ["Alpstein Consulting", 65, 196_000, "catalog", 0, 0],
  ["Neckar Cloud", 66, 22_600, "streams", 0, 0],
  ["Kepler Data", 67, 154_000, "streams", 0, 0],
  ["Fjordstack", 61, 2_400_000, "lakehouse", 1, 11],
  ["Harbour & Finch", 61, 164_000, "lakehouse", 1, 14],
  ["Great Lakes Integrators", 61, 245_000, "observe", 1, 16],
  ["Cascadia Insights", 62, 31_000, "edge", 1, 13],
] as const;

/** What a visitor of the demo finds going on: reviews with running clocks, a question, wins to confirm, drafts. */
export async function tellPresent({ cast, now }: Scene): Promise<void> {
  const today = dayOf(now, vendorZone);
  const close = addDays(today, 80);
  const partnerOf = (trading: string) => {
    const partner = seedPartners.find((candidate) => candidate.trading === trading);
    if (!partner) throw new Error(`no partner ${trading}`);
    return partner;
  };
  // Never in the future: what would be, happened a few minutes ago.
  const momentOf = (days: number, hour: number, index: number) => {
    const at = workingMoment(workingDaysAgo(today, days), hour || 9, (index * 7) % 60);
    return at < now ? at : new Date(now.getTime() - (index + 1) * 11 * 60_000);
  };

  for (const [index, [trading, customer, amount, product, days, hour]] of waiting.entries()) {
    const { region, country, currency, people } = partnerOf(trading);
    await register(
      cast.actorOf(people[0]),
      content(region, customer, country, currency, amount, product, close),
      momentOf(days, hour, index),
    );
  }

  const lena = cast.actorOf("Lena Brandt");
  const jonas = cast.actorOf("Jonas Lindqvist");
  // The same customer as one that Alpstein has protected, typed differently: Jonas sees why, Lena only the kind of match.
  const known = content("DACH", 70, "DE", "EUR", 64_000, "catalog", close);
  await register(cast.actorOf("Nadja Frei"), known, momentOf(4, 10, 1));
  await register(
    lena,
    {
      ...known,
      customer: {
        ...known.customer,
        name: known.customer.name.toUpperCase(),
        website: `https://www.${known.customer.website}/about`,
      },
    },
    momentOf(1, 14, 2),
  );

  const asked = await register(lena, content("DACH", 71, "DE", "EUR", 188_000, "observe", close), momentOf(3, 10, 3));
  await ask(asked, jonas, "Which business unit signs, and is there a budget for this year?", momentOf(2, 11, 4));

  for (const [index, [trading, customer, amount]] of (
    [
      ["Kepler Data", 72, 58_000],
      ["Rheinblick IT", 73, 41_500],
      ["Alpstein Consulting", 74, 92_000],
    ] as const
  ).entries()) {
    const { region, country, currency, people } = partnerOf(trading);
    const seller = cast.actorOf(people[0]);
    const deal = await register(
      seller,
      content(region, customer, country, currency, amount, "streams", close),
      momentOf(28, 10, index),
    );
    await win(deal, seller, String(amount), `PO-77${index}2`, momentOf(2, 15, index));
  }

  // Two protections of Kepler that end soon.
  for (const [index, customer] of [75, 76].entries()) {
    const day = addDays(today, -82 - index * 4);
    await register(
      lena,
      content("DACH", customer, "DE", "EUR", 36_000 + index * 9000, "lakehouse", addDays(today, 20)),
      workingMoment(day, 10, 20),
    );
  }

  const half = content("DACH", 77, "DE", "EUR", 75_000, "edge", close);
  await draft(lena, half, momentOf(1, 16, 5), { customer: half.customer, productLineId: half.productLineId });
}
