import { expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { comparable, quarterOf } from "@/modules/metrics/domain/quarters";

const span = ({ from, until }: { from: string; until: string }) => `${from} to ${until}`;

test.each([
  ["the first day with the first day", "2026-10-01", "2026-07-01 to 2026-07-02"],
  ["a running quarter with as many days of the one before", "2026-11-25", "2026-07-01 to 2026-08-26"],
  ["the last day of a quarter that is as long", "2026-12-31", "2026-07-01 to 2026-10-01"],
])("compares %s", (_, day, expected) => {
  const today = plainDate(day);
  expect(span(comparable(quarterOf(today, 1), today, 1))).toBe(expected);
});

test("a longer quarter is compared with the whole shorter one, never with days after it", () => {
  const today = plainDate("2026-06-30");
  expect(span(comparable(quarterOf(today, 1), today, 1))).toBe("2026-01-01 to 2026-04-01");
});

test("a quarter that has ended is compared with the whole quarter before", () => {
  const quarter = quarterOf(plainDate("2026-08-01"), 1);
  expect(span(comparable(quarter, plainDate("2026-11-25"), 1))).toBe("2026-04-01 to 2026-07-01");
});
