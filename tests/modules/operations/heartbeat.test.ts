import { describe, expect, test } from "vitest";
import { heartbeatAt, troublesOf } from "@/modules/operations/domain/heartbeat";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  [null, "never"],
  [ago(15), "alive"],
  [ago(59), "alive"],
  [ago(60), "silent"],
] as const)("a worker that beat at %s is %s", (beat, expected) => expect(heartbeatAt(beat, now)).toBe(expected));

describe("what has to be looked at", () => {
  const well = {
    heartbeat: "alive",
    clocksOverdue: 0,
    deliveriesFailed: 0,
    deliveriesWaiting: 0,
    mailsFailed: 0,
    mailsWaiting: 0,
    migrationsFit: true,
  } as const;

  test.each([
    [{}, []],
    [{ heartbeat: "silent", clocksOverdue: 2 } as const, ["worker", "clocks"]],
    [{ migrationsFit: false, mailsWaiting: 1 }, ["migrations", "mails"]],
    [{ deliveriesFailed: 1 }, ["deliveries"]],
    [{ deliveriesWaiting: 1, mailsFailed: 3 }, ["deliveries", "mails"]],
  ])("with %j is %j", (changes, expected) => expect(troublesOf({ ...well, ...changes })).toEqual(expected));
});
