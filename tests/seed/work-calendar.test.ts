import { expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { holidaysAround } from "../../prisma/seed/work-calendar";

test.each([
  ["2024", "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20"],
  ["2026", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"],
  ["2028", "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05"],
])("the moving holidays of %s are where the almanac has them", (_year, ...expected) => {
  expect(holidaysAround(plainDate("2026-11-25"))).toEqual(expect.arrayContaining(expected));
});
