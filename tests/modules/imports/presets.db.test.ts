import { beforeAll, describe, expect, test } from "vitest";
import type { PolicyBody } from "@/kernel/policy";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { does, done } from "../../support/deals";
import { checked, fileWith, imported, readImport, rowsOf, undone } from "../../support/imports";
import { content, idOf, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, manager } = world;

/** Where partners belong: by country, by line of business, by size. */
const rules: PolicyBody = {
  rules: [],
  tables: {
    "partner.region": {
      hit: "first",
      rows: [{ id: "dach", when: { fact: "partner.country", in: ["DE", "AT", "CH"] }, then: "DACH" }],
      otherwise: "WORLD",
    },
    "partner.types": {
      hit: "first",
      rows: [
        { id: "cloud", when: { fact: "partner.business", is: "eq", value: "managed cloud" }, then: "msp,reseller" },
      ],
      otherwise: "reseller",
    },
    "partner.tier": {
      hit: "first",
      rows: [{ id: "large", when: { fact: "partner.employees", from: 500 }, then: "gold" }],
      otherwise: "registered",
    },
    "partner.currency": {
      hit: "first",
      rows: [{ id: "us", when: { fact: "partner.country", is: "eq", value: "US" }, then: "USD" }],
      otherwise: "EUR",
    },
  },
  settings: {},
};

beforeAll(async () => {
  await seedWorld();
  await sql("insert into region (id, code, name) values ($1, 'WORLD', 'World')", [idOf("world")]);
  await sql("update region set parent_id = $1 where id = $2", [idOf("world"), idOf("dach")]);
  await sql("insert into person (id, email, name) values ($1, 'wanda@test.example', 'Wanda World')", [idOf("wanda")]);
  await sql(
    "insert into membership (id, person_id, role, region_id) values (gen_random_uuid(), $1, 'channel_manager', $2)",
    [idOf("wanda"), idOf("world")],
  );
  await sql("update membership set region_id = $1 where person_id = $2", [idOf("dach"), manager.personId]);
});

describe("partners", () => {
  const head = "company,website,country,business,employees";
  const many = Array.from({ length: 500 }, (_, index) => {
    const country = ["Germany", "Austria", "France", "United States"][index % 4];
    return `Partner ${index} GmbH,partner-${index}.com,${country},${index % 5 === 0 ? "Managed cloud" : ""},${index * 10}`;
  });

  test("without rules what the file leaves open is an error in each row, not a guess", async () => {
    const id = await readImport("partners", [fileWith("open.csv", [head, many[0] ?? ""])]);
    const { report } = await checked(id);
    expect(report).toMatchObject({ rules: null, parts: [{ errors: { notAssigned: 1 }, outcomes: { error: 1 } }] });
    expect(await rowsOf(id)).toEqual([
      "2 error region notAssigned types notAssigned tier notAssigned currency notAssigned manager noManager",
    ]);
  });

  test("[PLAT-07] five hundred get region, type, tier, currency and manager by rule, without a click for any of them", async () => {
    await sql(
      "insert into policy_version (id, kind, version, name, status, effective_from, body) values ($1, 'partner.assignment', 3, 'Where partners belong', 'published', '2026-01-01', $2)",
      [idOf("assignment"), JSON.stringify(rules)],
    );
    const id = await readImport("partners", [fileWith("many.csv", [head, ...many])]);
    const { report } = await checked(id);
    expect(report).toMatchObject({
      questions: [],
      rules: { name: "Where partners belong", version: 3 },
      parts: [
        {
          outcomes: { insert: 500, error: 0 },
          byRule: { region: 500, types: 500, tier: 500, currency: 500, manager: 500 },
        },
      ],
    });
    const again = await imported("partners", [head, ...many]);
    const stored = await sql<{
      country: string;
      region: string;
      manager: string;
      types: string[];
      tier: string;
      currency: string;
      count: number;
    }>(
      `select p.country, r.code as region, m.name as manager, p.types, p.tier, p.currency, count(*)::int as count
       from partner p join region r on r.id = p.region_id join person m on m.id = p.channel_manager_id
       where p.domain like 'partner-%' group by 1, 2, 3, 4, 5, 6 order by 1, 4, 5`,
    );
    expect(stored.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    for (const { country, region, manager: who, types, tier, currency } of stored) {
      const isDach = country !== "FR" && country !== "US";
      expect({ region, who, currency }).toEqual({
        region: isDach ? "DACH" : "WORLD",
        who: isDach ? manager.name : "Wanda World",
        currency: country === "US" ? "USD" : "EUR",
      });
      expect([["reseller"], ["msp", "reseller"]]).toContainEqual(types);
      expect(["registered", "gold"]).toContain(tier);
    }
    expect(
      await sql("select count(*)::int as count from partner where domain like 'partner-%' and 'msp' = any (types)"),
    ).toEqual([{ count: 100 }]);
    expect(
      await sql("select count(*)::int as count from partner where domain like 'partner-%' and tier = 'gold'"),
    ).toEqual([{ count: 450 }]);
    // The managers see their partners at once.
    expect(
      await sql("select count(*)::int as count from vendor_scope where person_id = $1", [manager.personId]),
    ).toEqual([{ count: 252 }]);
    expect(await undone(again)).toMatchObject({ removed: 500, kept: [] });
  });

  test("what the file says counts more than a rule", async () => {
    await imported("partners", [
      "name,domain,country,region,type,tier,currency,channel manager,agreement",
      "Said Ltd,said.co.uk,UK,World,ISV; Reseller,Platinum,GBP,wanda@test.example,2024-03-31",
    ]);
    expect(
      await sql(
        `select p.domain, p.country, r.code as region, p.types, p.tier, p.currency, m.name as manager, p.agreement_date::text as agreed, p.stage, p.trading_name
         from partner p join region r on r.id = p.region_id join person m on m.id = p.channel_manager_id where p.name = 'Said Ltd'`,
      ),
    ).toEqual([
      {
        domain: "said.co.uk",
        country: "GB",
        region: "WORLD",
        types: ["isv", "reseller"],
        tier: "platinum",
        currency: "GBP",
        manager: "Wanda World",
        agreed: "2024-03-31",
        stage: "active",
        trading_name: "Said Ltd",
      },
    ]);
  });

  test("a region, type or manager nobody knows is asked about or named", async () => {
    const id = await readImport("partners", [
      fileWith("unknown.csv", [
        "name,domain,country,region,type,tier,currency,manager",
        "X,x-partner.com,DE,DACHH,Resellr,gold,EUR,nobody@test.example",
      ]),
    ]);
    const { report } = await checked(id, { acceptProposals: true });
    expect(report.questions).toEqual([]);
    expect(await rowsOf(id)).toEqual(["2 error manager unknownReference"]);
  });
});

describe("people", () => {
  const head = "name,email,partner,role,title";

  test("get their role in their own organisation, and no second one when they come again", async () => {
    const lines = [
      head,
      "Nina New,nina@alpha.example,alpha GmbH,Partner sales,Sales",
      "Vera Vendor,vera@test.example,,Finance,",
    ];
    const id = await imported("people", lines);
    const stored = `select p.email, p.partner_id, m.role, p.title from person p join membership m on m.person_id = p.id where p.email like 'nina@%' or p.email like 'vera@%' order by 1`;
    const expected = [
      { email: "nina@alpha.example", partner_id: idOf("alpha"), role: "partner_sales", title: "Sales" },
      { email: "vera@test.example", partner_id: null, role: "finance", title: "" },
    ];
    expect(await sql(stored)).toEqual(expected);
    expect(await rowsOf(await imported("people", lines, { onDuplicate: "update" }))).toEqual(["2 same", "3 same"]);
    expect(await sql(stored)).toEqual(expected);
    expect(await undone(id)).toMatchObject({ removed: 2, kept: [] });
    expect(await sql(stored)).toEqual([]);
  });

  test("roles and organisations that do not fit are errors", async () => {
    const id = await readImport("people", [
      fileWith("misfits.csv", [
        head,
        "A,a@x.example,alpha GmbH,Finance,",
        "B,b@x.example,,Partner sales,",
        `C,${alphaSales.name.toLowerCase().replace(" ", ".")}@test.example,beta.example,Partner sales,`,
        "D,d@x.example,Nobody Inc,Partner sales,",
      ]),
    ]);
    await checked(id);
    expect(await rowsOf(id)).toEqual([
      "2 error role roleOfVendor",
      "3 error role roleNeedsPartner",
      "4 error partner ofAnotherPartner",
      "5 error partner unknownReference",
    ]);
  });
});

describe("direct opportunities", () => {
  const head = "opportunity id,account,country,product,owner name,stage";

  test("point at customers that are known, and follow the CRM when they come again", async () => {
    await imported("customers", ["name,country,website", "Direct Works AG,Germany,direct-works.com"]);
    const id = await imported("direct-opportunities", [
      head,
      "OPP-1,Direct Works,Germany,Lakehouse,Sue Seller,Proposal",
      "OPP-2,Direct Works AG,,,Sue Seller,Closed Won",
    ]);
    const stored =
      "select o.external_id, a.name, l.code, o.is_open from direct_opportunity o join account a on a.id = o.account_id left join product_line l on l.id = o.product_line_id order by 1";
    expect(await sql(stored)).toEqual([
      { external_id: "OPP-1", name: "Direct Works AG", code: "lakehouse", is_open: true },
      { external_id: "OPP-2", name: "Direct Works AG", code: null, is_open: false },
    ]);
    await imported("direct-opportunities", [head, "opp-1,Direct Works,Germany,Lakehouse,Sue Seller,Closed Lost"], {
      onDuplicate: "update",
    });
    expect(await sql("select is_open from direct_opportunity where external_id = 'OPP-1'")).toEqual([
      { is_open: false },
    ]);
    expect(await undone(id)).toMatchObject({ removed: 1, kept: [{ why: "changed" }] });
  });

  test("a customer nobody knows is an error, and so is one of whom there are two", async () => {
    await imported("customers", ["name,country", "Double AG,Germany", "Double AG,Austria"]);
    const id = await readImport("direct-opportunities", [
      fileWith("opps.csv", [
        head,
        "OPP-8,Nobody AG,Germany,,Sue,Open",
        "OPP-9,Double,,,Sue,Open",
        "OPP-10,Double,Austria,,Sue,Open",
      ]),
    ]);
    await checked(id);
    expect(await rowsOf(id)).toEqual([
      "2 error customer unknownReference",
      "3 error customer ambiguousReference",
      "4 insert",
    ]);
  });
});

describe("deals", () => {
  const head =
    "reference,partner,owner email,customer,country,product,amount,currency,stage,created,expected close,closed,loss reason";
  const sam = "sam.alpha@test.example";

  test("are converted at the rate of their day, like any other deal", async () => {
    await imported("deals", [
      head,
      `R-1,alpha.example,${sam},Conv AG,Germany,Lakehouse,125.00,USD,Closed Won,2026-01-05,,2026-02-01,`,
      `R-2,alpha GmbH,${sam},Conv AG,Germany,Lakehouse,80,EUR,Proposal,2026-03-01,2026-12-01,,`,
      `R-3,alpha GmbH,${sam},Conv AG,Germany,Lakehouse,125,USD,Lost,2025-03-01,,2025-12-31,Price`,
    ]);
    const stored = await sql(
      `select e.reference, d.stage, d.amount::int, d.reporting_amount::int, d.won_reporting_amount::int, d.rate_day::text, d.customer_country, d.expected_close::text, d.number ~ '^D-26-[0-9]{4}$' as numbered
       from deal d join external_reference e on e.record_id = d.id where e.reference like 'R-%' order by 1`,
    );
    expect(stored).toEqual([
      {
        reference: "R-1",
        stage: "won",
        amount: 12500,
        reporting_amount: 10000,
        won_reporting_amount: 10000,
        rate_day: "2026-01-02",
        customer_country: "DE",
        expected_close: null,
        numbered: true,
      },
      {
        reference: "R-2",
        stage: "proposal",
        amount: 8000,
        reporting_amount: 8000,
        won_reporting_amount: null,
        rate_day: "2026-03-01",
        customer_country: "DE",
        expected_close: "2026-12-01",
        numbered: true,
      },
      {
        reference: "R-3",
        stage: "lost",
        amount: 12500,
        reporting_amount: null,
        won_reporting_amount: null,
        rate_day: null,
        customer_country: "DE",
        expected_close: null,
        numbered: true,
      },
    ]);
  });

  test("name the reasons of the vendor by code or by name, also one that is switched off", async () => {
    await sql(
      `insert into reason_code (kind, code, place, names, active) values ('loss', 'moved', 9, '{"en": "Moved abroad"}', false)`,
    );
    const line = (reference: string, reason: string) =>
      `${reference},alpha.example,${sam},Conv AG,Germany,Lakehouse,10,EUR,Lost,2025-03-01,,2025-12-31,${reason}`;
    await imported("deals", [head, line("M-1", "moved"), line("M-2", "Moved abroad"), line("M-3", "No budget")]);
    const stored = await sql(
      "select d.lost_reason from deal d join external_reference e on e.record_id = d.id where e.reference like 'M-%' order by e.reference",
    );
    expect(stored.map(({ lost_reason }) => lost_reason)).toEqual(["moved", "moved", "no_budget"]);
  });

  test("what does not hold together is named", async () => {
    const id = await readImport("deals", [
      fileWith("deals.csv", [
        head,
        `E-1,alpha.example,${sam},A,DE,,,EUR,Won,,,2026-01-01,`,
        `E-2,alpha.example,${sam},A,DE,,5,EUR,Won,,,,`,
        `E-3,alpha.example,${sam},A,DE,,5,EUR,Lost,,,2026-01-01,`,
        `E-4,alpha.example,${sam},A,DE,,-5,EUR,Proposal,,,,`,
        `E-5,beta.example,${sam},A,DE,,5,EUR,Proposal,,,,`,
        `E-6,alpha.example,${sam},A,DE,,5,EUR,Won,,,2030-01-01,`,
        `E-7,alpha.example,${sam},A,DE,,5,EUR,Proposal,,,2026-01-01,`,
        `E-8,gamma.example,nobody@x.example,A,DE,,5,EUR,Proposal,,,,`,
      ]),
    ]);
    await checked(id);
    expect(await rowsOf(id)).toEqual([
      "2 error amount wonWithoutAmount",
      "3 error closedOn closedWithoutDay",
      "4 error lostReason lostWithoutReason",
      "5 error amount negative",
      "6 error customer customerUnknown owner ownerOfAnotherPartner",
      "7 error closedOn inFuture",
      "8 error closedOn openWithDay",
      "9 error partner unknownReference",
    ]);
  });

  test("come again with what has happened since: an open one is won, its customer buys, and the undo takes both back", async () => {
    await imported("customers", ["name,country", "Again Works AG,Germany"]);
    const line = (stage: string, closed: string) =>
      `A-1,alpha.example,${sam},Again Works AG,Germany,Streams,900,EUR,${stage},2026-01-05,,${closed},`;
    const first = await imported("deals", [head, line("Proposal", "")]);
    const second = await imported("deals", [head, line("Won", "2026-06-30")], { onDuplicate: "update" });
    const stored = `select d.stage, d.won_on::text, a.is_customer, d.version from deal d join external_reference e on e.record_id = d.id join account a on a.id = d.account_id where e.reference = 'A-1'`;
    expect(await sql(stored)).toEqual([{ stage: "won", won_on: "2026-06-30", is_customer: true, version: 2 }]);
    expect(await rowsOf(await imported("deals", [head, line("Won", "2026-06-30")], { onDuplicate: "update" }))).toEqual(
      ["2 same"],
    );
    const back = await readImport("deals", [fileWith("back.csv", [head, line("Proposal", "")])]);
    await checked(back, { onDuplicate: "update" });
    expect(await rowsOf(back)).toEqual(["2 error stage closedDifferently"]);
    expect(await undone(second)).toMatchObject({ restored: 2, removed: 0, kept: [] });
    expect(await sql(stored)).toEqual([{ stage: "proposal", won_on: null, is_customer: false, version: 3 }]);
    // The first import's deal has been changed since, by the second.
    expect(await undone(first)).toMatchObject({ removed: 0, kept: [{ target: "deal", why: "changed" }] });
  });

  test("an open one can be registered by its partner; from then on no import changes it", async () => {
    const line = (amount: number) =>
      `REG-1,alpha.example,${sam},Register Works AG,Germany,Streams,${amount},EUR,Proposal,2026-01-05,,,`;
    const id = await imported("deals", [head, line(900)]);
    const [deal] = await sql<{ id: string }>(
      "select record_id as id from external_reference where reference = 'REG-1'",
    );
    const dealId = deal?.id ?? "";
    done(
      await does(alphaSales, saveDraft, { dealId, version: 1, draft: { ...emptyDraft("EUR"), need: "typed by Sam" } }),
    );
    const customer = { name: "Register Works AG", website: "register-works.com", country: "DE" };
    done(await does(alphaSales, submitDeal, { dealId, version: 2, content: content({ customer }) }));
    expect(await rowsOf(await imported("deals", [head, line(1000)], { onDuplicate: "update" }))).toEqual([
      "2 skip movedOn",
    ]);
    expect(await sql("select status, amount::int from deal where id = $1", [dealId])).toEqual([
      { status: "approved", amount: 4_800_000 },
    ]);
    expect(await undone(id)).toMatchObject({
      removed: 0,
      kept: [{ target: "deal", recordId: dealId, why: "changed" }],
    });
    expect(today).toBe("2026-11-25");
  });
});
