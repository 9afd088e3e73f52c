import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { certificateState } from "@/modules/people/domain/certificate";

describe("[ENAB-02] a certificate", () => {
  const today = plainDate("2026-11-25");

  test.each([
    [null, "valid"],
    ["2027-01-25", "valid"],
    ["2027-01-24", "ending"],
    ["2026-11-26", "ending"],
    ["2026-11-25", "expired"],
    ["2020-01-01", "expired"],
  ])("that expires on %s is %s", (day, state) => {
    expect(certificateState(day === null ? null : plainDate(day), today)).toBe(state);
  });
});
