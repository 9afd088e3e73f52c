import { expect, test } from "vitest";
import { readSettings } from "../../prisma/seed/settings";

test("without anything said it is the demo program, at the moment of SEED_NOW or now", () => {
  const moment = "2026-11-25T09:00:00Z";
  expect(readSettings([], { SEED_NOW: moment })).toMatchObject({ profile: "demo", now: new Date(moment) });
  const asked = Date.now();
  expect(readSettings([], {}).now.getTime()).toBeGreaterThanOrEqual(asked);
});

test("the file and the sizes are read in either spelling", () => {
  expect(readSettings(["--profile=blackbox", "--out", "a.json"], {})).toMatchObject({
    profile: "blackbox",
    out: "a.json",
  });
  expect(readSettings(["--profile", "blackbox", "--out=a.json"], {})).toMatchObject({
    profile: "blackbox",
    out: "a.json",
  });
  const size = ["--deals=1000000", "--partners=10000", "--accounts=200000"];
  expect(readSettings(["--profile=load", ...size], {})).toMatchObject({ deals: 1e6, partners: 1e4, accounts: 2e5 });
});

test.each([
  [["--profile=production"], "profile"],
  [["--profile=blackbox"], "blackbox needs --out FILE"],
  [["--profile=load", "--deals=many"], "deals"],
  [["--profile=load", "--deals=-5"], "deals"],
  [["--prefix=load"], "prefix"],
])("%j is refused, and the way to say it is shown", (args, why) => {
  expect(() => readSettings(args, {})).toThrow(why);
  expect(() => readSettings(args, {})).toThrow("npm run db:seed -- --profile=load --deals=1000000");
});
