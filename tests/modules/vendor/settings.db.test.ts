import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { listCalendars } from "@/modules/vendor/queries/calendars";
import { setupOf } from "@/modules/vendor/queries/setup";
import { listTerritories } from "@/modules/vendor/queries/structure";
import { addHoliday } from "@/modules/vendor/use-cases/add-holiday";
import { checkRates } from "@/modules/vendor/use-cases/check-rates";
import { importRates } from "@/modules/vendor/use-cases/import-rates";
import { publishTemplate } from "@/modules/vendor/use-cases/publish-template";
import { retireRegion } from "@/modules/vendor/use-cases/retire-region";
import { saveCalendar } from "@/modules/vendor/use-cases/save-calendar";
import { saveLogo } from "@/modules/vendor/use-cases/save-logo";
import { saveProductLine } from "@/modules/vendor/use-cases/save-product-line";
import { saveProfile } from "@/modules/vendor/use-cases/save-profile";
import { saveRegion } from "@/modules/vendor/use-cases/save-region";
import { saveReporting } from "@/modules/vendor/use-cases/save-reporting";
import { saveTerritory } from "@/modules/vendor/use-cases/save-territory";
import { sayStep } from "@/modules/vendor/use-cases/say-step";
import { businessCalendar } from "@/server/clocks";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { does, done, submitted } from "../../support/deals";
import { idOf, seedWorld, sql, world } from "../../support/world";

const { administrator, owner } = world;
const versionOf = async (table: string, id: string | number = 1) =>
  (await sql<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version ?? 0;
const events = async (type: string) =>
  sql<{ data: Record<string, unknown>; audience: string; actor_id: string }>(
    "select data, audience, actor_id from event where type = $1",
    [type],
  );
const changedElsewhere = { ok: false, failure: { code: "conflict", reason: "vendor.errors.changedElsewhere" } };
const fields = (given: Record<string, string>) => ({ ok: false, failure: { code: "invalid", fields: given } });

beforeAll(async () => {
  await seedWorld();
});

describe("the vendor's profile", () => {
  const profile = { vendorName: "Contoso", locale: "de", zone: "Europe/Vienna" };

  test("is saved with an event for the vendor's people only", async () => {
    done(await does(administrator, saveProfile, { version: await versionOf("installation"), ...profile }));
    const [event] = await events("vendor.profileSaved");
    expect(event).toMatchObject({ data: profile, audience: "vendor", actor_id: administrator.personId });
  });

  test("[R9] of two who save at once one wins, and the other reads it", async () => {
    const version = await versionOf("installation");
    const results = await Promise.all(
      ["One", "Two"].map((vendorName) => does(administrator, saveProfile, { version, ...profile, vendorName })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject(changedElsewhere);
  });

  test.each([
    [{ zone: "Europe/Atlantis" }, { zone: "vendor.errors.zone" }],
    [{ vendorName: " " }, { vendorName: "vendor.errors.name" }],
  ])("%j is refused at its field", async (wrong, expected) => {
    const version = await versionOf("installation");
    expect(await does(administrator, saveProfile, { version, ...profile, ...wrong })).toMatchObject(fields(expected));
  });
});

describe("the reporting currency", () => {
  test("can be changed while nothing was converted, and not afterwards", async () => {
    const save = async (changes: object) =>
      does(administrator, saveReporting, {
        version: await versionOf("installation"),
        currency: "EUR",
        fiscalStartMonth: 1,
        ...changes,
      });
    done(await save({ currency: "CHF" }));
    done(await save({ currency: "EUR", fiscalStartMonth: 4 }));
    await submitted(world.alphaSales);
    expect(await save({ currency: "USD", fiscalStartMonth: 4 })).toMatchObject({
      ok: false,
      failure: { code: "refused", reason: "vendor.errors.currencyInUse" },
    });
    expect(await save({ fiscalStartMonth: 7 })).toMatchObject(fields({ understood: "vendor.errors.fiscalUnderstood" }));
    done(await save({ fiscalStartMonth: 7, understood: true }));
    expect(await sql("select reporting_currency, fiscal_start_month from installation")).toEqual([
      { reporting_currency: "EUR", fiscal_start_month: 7 },
    ]);
  });
});

describe("[S9] a logo", () => {
  const png = async (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#8a1c4a" } })
      .withMetadata({ exif: { IFD0: { Copyright: "a secret of the camera" } } })
      .jpeg()
      .toBuffer();

  test("is drawn anew as PNG, small, without what else was in the file", async () => {
    const given = await png(2000, 400);
    expect(given.includes("a secret of the camera")).toBe(true);
    done(await does(administrator, saveLogo, { image: given.toString("base64") }));
    const [kept] = await sql<{ image: Buffer; width: number; height: number }>("select * from vendor_logo");
    expect(kept).toMatchObject({ width: 640, height: 128 });
    expect((await sharp(kept?.image).metadata()).format).toBe("png");
    expect(kept?.image.includes("a secret of the camera")).toBe(false);
  });

  test.each([
    ["a drawing that can hold scripts", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["a page", "<html><body>hello</body></html>"],
    ["the first bytes of a picture", "\x89PNG\r\n\x1a\n"],
  ])("%s is none", async (_what, text) => {
    const image = Buffer.from(text, "latin1").toString("base64");
    expect(await does(administrator, saveLogo, { image })).toMatchObject(fields({ image: "vendor.errors.logoKind" }));
  });
});

describe("regions", () => {
  const add = (name: string, code: string, parentId = "") => {
    const id = newId();
    return does(administrator, saveRegion, { id, version: 0, name, code, parentId });
  };

  test("form a tree that never bites its tail, also past the use case", async () => {
    const emea = done(await add("EMEA", "EMEA"));
    const version = await versionOf("region", idOf("dach"));
    const move = { id: idOf("dach"), version, name: "DACH", code: "DACH", parentId: emea.id };
    done(await does(administrator, saveRegion, move));
    const below = { id: emea.id, version: 1, name: "EMEA", code: "EMEA", parentId: idOf("dach") };
    expect(await does(administrator, saveRegion, below)).toMatchObject(
      fields({ parentId: "vendor.errors.belowItself" }),
    );
    await expect(sql("update region set parent_id = $1 where id = $2", [idOf("dach"), emea.id])).rejects.toThrow(
      "below itself",
    );
  });

  test("have codes of their own", async () => {
    expect(await add("Again", "dach")).toMatchObject(fields({ code: "vendor.errors.codeTaken" }));
  });

  test("retire only when nothing belongs to them", async () => {
    const { id } = done(await add("Nordics", "NORD"));
    done(await does(administrator, retireRegion, { id, version: 1 }));
    const used = { id: idOf("dach"), version: await versionOf("region", idOf("dach")) };
    expect(await does(administrator, retireRegion, used)).toMatchObject({
      failure: { reason: "vendor.errors.regionInUse", params: { partners: 2, people: 0, below: 0 } },
    });
  });
});

test("a product line keeps its code once deals have it, and can be renamed", async () => {
  const line = { id: idOf("lakehouse"), version: await versionOf("product_line", idOf("lakehouse")) };
  expect(await does(administrator, saveProductLine, { ...line, name: "Lakehouse", code: "lake" })).toMatchObject(
    fields({ code: "vendor.errors.codeInUse" }),
  );
  done(await does(administrator, saveProductLine, { ...line, name: "Lakehouse Pro", code: "lakehouse" }));
});

test("a territory is granted to partners, and what is taken away ends with its day kept", async () => {
  const territory = { id: newId(), version: 0, name: "Alps", countries: ["AT", "CH"] };
  done(await does(administrator, saveTerritory, { ...territory, partnerIds: [idOf("alpha"), idOf("beta")] }));
  done(await does(administrator, saveTerritory, { ...territory, version: 1, partnerIds: [idOf("beta")] }));
  const [listed] = await withActor(administrator, (tx) => listTerritories(tx));
  expect(listed).toMatchObject({ name: "Alps", version: 2, partners: [{ id: idOf("beta") }] });
  const grants = await sql("select ended_at is null as current from territory_grant order by 1");
  expect(grants).toEqual([{ current: false }, { current: true }]);
  const seenBy = (actor: typeof world.alphaSales) =>
    withActor(actor, (tx) => tx.territoryGrant.findMany({ select: { partnerId: true } }));
  expect(await seenBy(world.betaSales)).toEqual([{ partnerId: idOf("beta") }]);
  expect(await seenBy(world.alphaSales)).toEqual([{ partnerId: idOf("alpha") }]);
  const unknown = { ...territory, id: newId(), name: "Nowhere", partnerIds: [newId()] };
  expect(await does(administrator, saveTerritory, unknown)).toMatchObject({ failure: { code: "not_found" } });
});

describe("business calendars", () => {
  const nine = { from: "09:00", until: "17:00" };
  const closed = { from: "", until: "" };
  const week = { 1: closed, 2: nine, 3: nine, 4: nine, 5: nine, 6: nine, 7: closed };

  test("[R17] of a region count for its partners, others keep the default", async () => {
    const id = newId();
    const calendar = { id, version: 0, name: "Dubai", zone: "Asia/Dubai", regionId: idOf("dach"), week };
    done(await does(administrator, saveCalendar, calendar));
    const of = (partner?: string) => withActor(administrator, (tx) => businessCalendar(tx, partner && idOf(partner)));
    expect((await of("alpha")).zone).toBe("Asia/Dubai");
    expect((await of("alpha")).hours[1]).toBeNull();
    expect((await of()).zone).toBe("Europe/Berlin");
    const second = { ...calendar, id: newId(), name: "Again" };
    expect(await does(administrator, saveCalendar, second)).toMatchObject(
      fields({ regionId: "vendor.errors.regionCovered" }),
    );
    const everywhere = { ...second, regionId: "" };
    expect(await does(administrator, saveCalendar, everywhere)).toMatchObject(
      fields({ regionId: "vendor.errors.calendarRegion" }),
    );
  });

  test("keep holidays with their names, each day once", async () => {
    const holiday = { id: idOf("calendar"), version: 1, day: "2027-01-06", name: "Epiphany" };
    done(await does(administrator, addHoliday, holiday));
    const [usual] = await withActor(administrator, (tx) => listCalendars(tx));
    expect(usual?.holidays).toEqual([{ day: "2027-01-06", name: "Epiphany" }]);
    expect(await does(administrator, addHoliday, { ...holiday, version: 2 })).toMatchObject(
      fields({ day: "vendor.errors.holidayKnown" }),
    );
  });

  test.each([
    [{ ...week, 2: { from: "17:00", until: "09:00" } }, { "week.2.until": "vendor.errors.hours" }],
    [{ ...week, 2: { from: "09:00", until: "" } }, { "week.2.until": "vendor.errors.hours" }],
  ])("refuse hours that are none", async (wrong, expected) => {
    const calendar = { id: newId(), version: 0, name: "Odd", zone: "UTC", regionId: idOf("dach"), week: wrong };
    expect(await does(administrator, saveCalendar, calendar)).toMatchObject(fields(expected));
  });
});

test("exchange rates are shown before they are kept, and a file with a wrong line brings nothing", async () => {
  const text = "Date,USD,CHF\n2026-01-02,1.5,0.93\n2026-01-05,1.2,N/A\n";
  const preview = done(await does(administrator, checkRates, { fileName: "ecb.csv", text }));
  expect(preview).toMatchObject({ rates: 3, fresh: 2, changed: 1, same: 0, firstDay: "2026-01-02" });
  const known = () =>
    sql("select currency, day::text, per_euro::float8 as rate, source from exchange_rate order by 1, 2");
  const before = await known();
  const wrong = { fileName: "ecb.csv", text: `${text}2026-01-06,x,1\n` };
  expect(await does(administrator, importRates, wrong)).toMatchObject(fields({ text: "vendor.errors.noRates" }));
  expect(await known()).toEqual(before);
  done(await does(administrator, importRates, { fileName: "ecb.csv", text }));
  const source = "European Central Bank, ecb.csv";
  expect(await known()).toEqual([
    { currency: "CHF", day: "2026-01-02", rate: 0.93, source },
    { currency: "USD", day: "2026-01-02", rate: 1.5, source },
    { currency: "USD", day: "2026-01-05", rate: 1.2, source },
  ]);
});

test("a template is refused where the program has rules; a skipped step is kept and taken up again", async () => {
  expect(await does(owner, publishTemplate, { template: "classic" })).toMatchObject({
    failure: { code: "conflict", reason: "vendor.errors.programThere" },
  });
  const stateOf = async () =>
    (await withActor(administrator, (tx) => setupOf(tx))).steps.find(({ step }) => step === "money")?.state;
  done(await does(administrator, sayStep, { step: "money", state: "skipped" }));
  expect(await stateOf()).toBe("skipped");
  done(await does(administrator, sayStep, { step: "money", state: "open" }));
  expect(await stateOf()).toBe("open");
});
