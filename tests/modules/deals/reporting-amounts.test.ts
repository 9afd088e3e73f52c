import { expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { rateOn } from "@/modules/deals/presets/reporting-amounts";

const rates = ["2017-01-02", "2017-01-03", "2017-01-06"].map((day) => ({ day: plainDate(day), rate: day }));

test.each([
  ["2017-01-01", null],
  ["2017-01-02", "2017-01-02"],
  ["2017-01-05", "2017-01-03"],
  ["2017-01-06", "2017-01-06"],
  ["2030-01-01", "2017-01-06"],
])("on %s the newest known rate is that of %s", (day, rate) => {
  expect(rateOn(rates, plainDate(day))?.rate ?? null).toBe(rate);
});

test("without rates there is none", () => expect(rateOn([], plainDate("2017-01-01"))).toBeNull());
