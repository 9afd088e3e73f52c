import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { addMonths, fiscalQuarter, type PlainDate, startOfDay } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { assignmentPolicyKind } from "@/modules/partners/presets/assignment";
import { seedId } from "./ids";
import { insert } from "./insert";
import { vendorZone } from "./moments";
import { holidaysAround, workWeek } from "./work-calendar";

/** What a program of any profile is made of. */
export type Program = {
  readonly vendorName: string;
  readonly demo: boolean;
  /** Code, name, parent. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string | null])[];
  /** Code, name. */
  readonly products: readonly (readonly [code: string, name: string])[];
  /** The euro where nothing is said. */
  readonly reportingCurrency?: string;
  /** The day figures are shown as of, where the data end before today. */
  readonly figuresUntil?: PlainDate;
  /** Where new partners belong; without it a file has to say it. */
  readonly assignment?: PolicyBody;
  /** Whether an approval never starts pre-sales help. */
  readonly withoutPresales?: boolean;
};

/** The rules of a program that gives no pre-sales help. */
export function withoutPresales(body: PolicyBody): PolicyBody {
  const { "support.presales": _, ...tables } = body.tables;
  return { ...body, tables };
}

/** What the vendor set: name, currency, calendar, regions, product lines, exchange rates, two versions of the rules. */
export async function seedInstallation(db: pg.Client, program: Program, today: PlainDate): Promise<void> {
  const since = startOfDay(addMonths(today, -37), vendorZone);
  const { vendorName, demo, reportingCurrency = "EUR", figuresUntil = null } = program;
  await insert(db, "installation", [
    {
      id: 1,
      vendorName,
      demo,
      reportingCurrency,
      figuresUntil,
      fiscalStartMonth: 1,
      locale: "en",
      zone: vendorZone,
      // Whoever tries a seeded program out signs in with a password alone.
      secondFactorRequired: false,
      createdAt: since,
    },
  ]);
  const calendar = { name: "Germany", isDefault: true, zone: vendorZone, hours: workWeek };
  await insert(db, "business_calendar", [{ id: seedId("calendar"), ...calendar, holidays: holidaysAround(today) }]);
  await insert(
    db,
    "region",
    program.regions.map(([code, name, parent]) => ({
      id: seedId("region", code),
      code,
      name,
      parentId: parent && seedId("region", parent),
    })),
  );
  await insert(
    db,
    "product_line",
    program.products.map(([code, name]) => ({ id: seedId("product", code), code, name, active: true })),
  );
  await insert(
    db,
    "exchange_rate",
    publishedRates().map((rate) => ({ ...rate, recordedAt: rate.day })),
  );
  const versions = [
    { version: 1, limit: 10_000_000, from: addMonths(today, -30), status: "superseded" },
    { version: 2, limit: 15_000_000, from: addMonths(fiscalQuarter(today, 1).from, -2), status: "published" },
  ];
  await insert(
    db,
    "policy_version",
    versions.map(({ version, limit, from, status }) => ({
      id: seedId("policy", String(version)),
      kind: registrationPolicyKind,
      version,
      status,
      name: "Deal registration",
      effectiveFrom: startOfDay(from, vendorZone),
      body: program.withoutPresales ? withoutPresales(registrationPolicy(limit)) : registrationPolicy(limit),
      // Announced with notice.
      createdAt: startOfDay(addMonths(from, -2), vendorZone),
      updatedAt: startOfDay(addMonths(from, -2), vendorZone),
    })),
  );
  if (program.assignment) await seedAssignment(db, program.assignment, since);
}

async function seedAssignment(db: pg.Client, body: PolicyBody, since: Date): Promise<void> {
  await insert(db, "policy_version", [
    {
      id: seedId("policy", assignmentPolicyKind),
      kind: assignmentPolicyKind,
      version: 1,
      status: "published",
      name: "Where new partners belong",
      effectiveFrom: since,
      body,
      createdAt: since,
      updatedAt: since,
    },
  ]);
}

/** The rates beside this file, as lines of their table. */
export function publishedRates(): { currency: string; day: string; perEuro: string; source: string }[] {
  const [head = "", ...lines] = readFileSync(path.join(import.meta.dirname, "data/ecb-rates.csv"), "utf8")
    .trim()
    .split("\n");
  const currencies = head.split(",").slice(1);
  return lines.flatMap((line) => {
    const [day = "", ...rates] = line.split(",");
    return rates.map((perEuro, index) => ({
      currency: currencies[index] ?? "",
      day,
      perEuro,
      source: "European Central Bank",
    }));
  });
}
