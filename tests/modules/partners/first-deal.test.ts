import { expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { firstDealTime } from "@/modules/partners/domain/first-deal";

const asOf = plainDate("2026-11-25");
const partner = (signed: string, won: string | null) => ({
  id: signed,
  name: signed,
  region: "DACH",
  signedOn: plainDate(signed),
  firstWinOn: won === null ? null : plainDate(won),
});

test("[MET-09a] partners without a deal are counted as waiting, not dropped", () => {
  const time = firstDealTime(
    [partner("2026-01-01", "2026-04-11"), partner("2026-02-01", "2026-08-20"), partner("2026-06-01", null)],
    asOf,
  );
  expect(time.partners.map(({ days }) => days)).toEqual([100, 200, 177]);
  expect(time.notYet).toBe(1);
  // The one that waits has had 177 days, so on day 200 only one partner was still watched, and it got there.
  expect(time.curve.map(({ day, atRisk }) => [day, atRisk])).toEqual([
    [100, 3],
    [200, 1],
  ]);
  expect(time.halfBy).toBe(200);
  expect(time.mean).toBe(150);
});

test("a win from before the agreement counts as day 0, and nobody signed says nothing", () => {
  expect(firstDealTime([partner("2026-05-01", "2026-04-01")], asOf).partners[0]?.days).toBe(0);
  expect(firstDealTime([], asOf)).toMatchObject({ halfBy: null, mean: null, notYet: 0, curve: [] });
});
