import { describe, expect, test } from "vitest";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { dealContent, dealDraft } from "@/modules/deals/schema";

const id = "019ab4d6-1111-7000-8000-000000000001";
const filled = {
  customer: { name: "Hansen Maschinenbau", website: "https://www.hansen.de", country: "DE" },
  contact: { name: "Ann Hansen", email: "ann@hansen.de" },
  productLineId: id,
  partnerRole: "selling",
  dealType: "new",
  amount: { amount: "12,345.60", currency: "EUR" },
  expectedClose: "2027-02-01",
  need: "",
};
// What a person is asked; name with e-mail and amount with currency count as one.
const fields = {
  "customer company": ["customer.name"],
  "customer website": ["customer.website"],
  "customer country": ["customer.country"],
  "customer contact": ["contact.name", "contact.email"],
  "product line": ["productLineId"],
  amount: ["amount.amount", "amount.currency"],
  "expected close": ["expectedClose"],
  "deal type": ["dealType"],
  "partner role": ["partnerRole"],
  need: ["need"],
};

/** What stands at a dotted path. */
function get(form: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => new Map(Object.entries(value ?? {})).get(key), form);
}

/** A copy with a value at a dotted path. */
function set(form: object, path: string, value: unknown): object {
  const [key = "", ...rest] = path.split(".");
  return { ...form, [key]: rest.length > 0 ? set(Object(get(form, key)), rest.join("."), value) : value };
}

/** Dotted path → the first message about it. */
function problems(form: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of dealContent.safeParse(form).error?.issues ?? []) found[path.join(".")] ??= message;
  return found;
}

const refusedBlank = Object.entries(fields)
  .filter(([, paths]) => paths.some((path) => Object.keys(problems(set(filled, path, ""))).length > 0))
  .map(([field]) => field);

describe("[PLAT-09] a registration is simple", () => {
  // The empty form answers the role, and shows it as optional.
  const required = refusedBlank.filter((field) => field !== "partner role");

  test("at most eight fields are required", () => {
    expect(required.length).toBeLessThanOrEqual(8);
    expect(required).toEqual(Object.keys(fields).slice(0, 8));
  });

  test("an empty form with those filled in can be submitted", () => {
    const asked = Object.entries(fields).filter(([field]) => required.includes(field));
    const form = asked
      .flatMap(([, paths]) => paths)
      .reduce<object>((rest, path) => set(rest, path, get(filled, path)), emptyDraft(""));
    expect(problems(form)).toEqual({});
  });

  test("every field there is was counted", () => {
    const paths = Object.entries(filled).flatMap(([key, value]) =>
      typeof value === "string" ? [key] : Object.keys(value).map((inner) => `${key}.${inner}`),
    );
    expect(Object.values(fields).flat().toSorted()).toEqual(paths.toSorted());
    expect(Object.keys(dealContent.shape).toSorted()).toEqual(Object.keys(filled).toSorted());
  });
});

describe("a registration", () => {
  test("comes out checked: amount in minor units, text without space around it", () => {
    const typed = set(set(filled, "customer.name", "  Hansen "), "need", " two lines\n ");
    expect(dealContent.parse(typed)).toMatchObject({
      customer: { name: "Hansen" },
      amount: { amount: 1_234_560, currency: "EUR" },
      expectedClose: "2027-02-01",
      need: "two lines",
    });
  });

  test.each([
    ["customer.name", "  ", "deals.errors.customerMissing"],
    ["customer.name", "x".repeat(201), "deals.errors.tooLong"],
    ["customer.website", "hansen", "deals.errors.websiteInvalid"],
    ["customer.country", "Germany", "deals.errors.countryMissing"],
    ["contact.email", "ann", "deals.errors.emailInvalid"],
    ["productLineId", "core", "deals.errors.productMissing"],
    ["partnerRole", "winning", "deals.errors.roleInvalid"],
    ["dealType", "old", "deals.errors.typeMissing"],
    ["amount.currency", "eur", "deals.errors.currencyMissing"],
    ["amount.amount", "0", "deals.errors.amountPositive"],
    ["amount.amount", "12.345", "deals.errors.amountInvalid2"],
    ["expectedClose", "2027-02-30", "deals.errors.dateInvalid"],
    ["expectedClose", "", "deals.errors.closeMissing"],
    ["need", "x".repeat(4001), "deals.errors.tooLong"],
  ])("with %s %j says %s at that field", (path, value, message) =>
    expect(problems(set(filled, path, value))).toMatchObject({ [path]: message }),
  );

  test.each([
    ["JPY", "deals.errors.amountInvalid0"],
    ["KWD", "deals.errors.amountInvalid3"],
  ])("names the digits of %s", (currency, message) =>
    expect(problems(set(filled, "amount", { amount: "1.2345", currency }))).toEqual({ "amount.amount": message }),
  );

  test("with a currency that does not exist is refused, not a crash", () => {
    expect(Object.keys(problems(set(filled, "amount.currency", "XQQ")))).toEqual(["amount.currency"]);
  });

  test("with a field nobody asked for is refused", () => {
    expect(dealContent.safeParse({ ...filled, status: "approved" }).success).toBe(false);
    expect(dealDraft.safeParse({ ...filled, ownerId: id }).success).toBe(false);
  });
});
