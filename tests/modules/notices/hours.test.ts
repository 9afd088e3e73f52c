import { describe, expect, test } from "vitest";
import { type Hours, planMail, quietUntil, usualHours } from "@/modules/notices/domain/hours";

const berlin = "Europe/Berlin";
const night: Hours = { quiet: { from: "20:00", until: "07:00" }, digestAt: "08:00" };
const lunch: Hours = { quiet: { from: "12:00", until: "13:30" }, digestAt: "13:00" };
const at = (text: string) => new Date(text);

describe("quiet hours are those of the reader's zone", () => {
  test.each([
    ["in the evening until the next morning", night, berlin, "2026-11-25T20:30:00Z", "2026-11-26T06:00:00Z"],
    ["after midnight until the same morning", night, berlin, "2026-11-26T02:00:00Z", "2026-11-26T06:00:00Z"],
    ["from their first minute", night, berlin, "2026-11-25T19:00:00Z", "2026-11-26T06:00:00Z"],
    ["not in their last one", night, berlin, "2026-11-26T06:00:00Z", null],
    ["not at noon", night, berlin, "2026-11-25T11:00:00Z", null],
    ["within a day", lunch, berlin, "2026-11-25T11:15:00Z", "2026-11-25T12:30:00Z"],
    ["before them", lunch, berlin, "2026-11-25T10:59:00Z", null],
    ["elsewhere at the same moment", night, "America/New_York", "2026-11-26T02:00:00Z", "2026-11-26T12:00:00Z"],
    ["the night the clocks go forward", night, berlin, "2026-03-28T23:00:00Z", "2026-03-29T05:00:00Z"],
    ["the night the clocks go back", night, berlin, "2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z"],
  ] as const)("%s", (_when, hours, zone, moment, until) => {
    expect(quietUntil(hours, zone, at(moment))?.toISOString() ?? null).toBe(
      until === null ? null : at(until).toISOString(),
    );
  });

  test("there are none where nobody asked for them", () => {
    expect(quietUntil(usualHours, berlin, at("2026-11-25T23:00:00Z"))).toBeNull();
  });
});

describe("when a mail goes out", () => {
  test.each([
    ["at once", "at_once", night, "2026-11-25T11:00:00Z", "single", "2026-11-25T11:00:00Z"],
    ["at once, but it is quiet", "at_once", night, "2026-11-25T21:00:00Z", "digest", "2026-11-26T06:00:00Z"],
    ["once a day, before it is time", "digest", night, "2026-11-25T06:30:00Z", "digest", "2026-11-25T07:00:00Z"],
    ["once a day, at the very time", "digest", night, "2026-11-25T07:00:00Z", "digest", "2026-11-26T07:00:00Z"],
    ["once a day, later", "digest", night, "2026-11-25T11:00:00Z", "digest", "2026-11-26T07:00:00Z"],
    ["once a day, at a time that is quiet", "digest", lunch, "2026-11-25T09:00:00Z", "digest", "2026-11-25T12:30:00Z"],
  ] as const)("%s", (_how, choice, hours, now, form, dueAt) => {
    expect(planMail(choice, hours, berlin, at(now))).toEqual({ form, dueAt: at(dueAt) });
  });

  test("not at all, if not by mail", () => {
    expect(planMail("off", night, berlin, at("2026-11-25T11:00:00Z"))).toBeNull();
  });
});
