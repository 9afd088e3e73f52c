import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { type DealFilter, filterFrom, searchFrom } from "@/modules/deals/domain/list-filter";

const id = "0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const day = plainDate("2026-11-25");

/** What a browser hands back of an address. */
const read = (address: string) => filterFrom(Object.fromEntries(new URLSearchParams(address)));

describe("the filter of a list stands in its address", () => {
  const filters: DealFilter[] = [
    {},
    { statuses: ["draft"] },
    { statuses: ["in_review", "approved"], stages: ["proposal", "won"] },
    { statuses: ["approved"], open: true },
    { stages: ["won", "lost"], closed: true, closedFrom: day, closedUntil: day },
    { win: "confirmed", origin: "partner", wonFrom: day, wonUntil: plainDate("2027-01-01") },
    { win: "reported" },
    { decidedFrom: day, decidedUntil: day },
    { partnerId: id, accountId: id, reviewerId: id, ownerId: id, regionId: id },
    { tier: "gold", partnerSize: "medium" },
    { search: "Müller & Söhne, 100% =+ ?#" },
  ];

  test.each(filters.map((filter) => [searchFrom(filter), filter] as const))(
    "%s reads back as it was",
    (address, filter) => {
      expect(read(address)).toEqual(filter);
    },
  );

  test("the same filter has one address, whatever order it was asked in", () => {
    expect(searchFrom(read("?open=yes&statuses=approved,in_review"))).toBe("?statuses=in_review,approved&open=yes");
    expect(searchFrom({})).toBe("");
  });

  test.each([
    "?statuses=unknown",
    "?statuses=approved;drop",
    "?stages=",
    "?wonFrom=2026-02-30",
    "?partnerId=1%20or%201=1",
    "?win=everything",
    "?open=true",
    "?search=%20%20",
    "?origin=vendor",
    "?tier=1%20or%201=1",
    "?partnerSize=huge",
    "?dueBefore=2026-01-01",
  ])("%s is left out, not guessed", (address) => {
    expect(read(address)).toEqual({});
  });

  test("known words survive beside unknown ones", () => {
    expect(read("?statuses=approved,nonsense,in_review")).toEqual({ statuses: ["in_review", "approved"] });
  });
});
