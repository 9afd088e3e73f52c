import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import type { DealTask } from "@/modules/deals/queries/home";
import { byDue, dueToday } from "@/modules/deals/ui/partner/task-order";

const zone = "Europe/Berlin";
const now = new Date("2026-11-25T11:00:00Z");

function task(kind: DealTask["kind"], due: { dueAt?: string; through?: string } = {}): DealTask {
  const deal = {
    id: `${kind} ${due.dueAt ?? due.through ?? ""}`.trim(),
    dueAt: due.dueAt ? new Date(due.dueAt) : null,
    protectedThrough: due.through ? plainDate(due.through) : null,
  };
  // Only what the order looks at.
  return { kind, deal } as DealTask;
}

const draft = task("finish_draft");
const outcome = task("report_outcome", { through: "2026-11-25" });
const lastDay = task("protection_ends", { through: "2026-11-25" });
const tonight = task("answer", { dueAt: "2026-11-25T16:00:00Z" });
const tomorrow = task("answer", { dueAt: "2026-11-26T16:00:00Z" });

describe("what needs me", () => {
  test("comes by due time; what has none follows as it came", () => {
    expect(byDue([outcome, draft, tomorrow, lastDay, tonight], zone)).toEqual([
      tonight,
      lastDay,
      tomorrow,
      outcome,
      draft,
    ]);
  });

  test("is due today until the last protected day is over, in the reader's zone", () => {
    expect(dueToday([draft, outcome, tomorrow, lastDay, tonight], now, zone, zone)).toEqual([lastDay, tonight]);
    // 16:00 UTC is already the next day in Auckland, where the reader's day began at 11:00 UTC.
    expect(dueToday([tonight], new Date("2026-11-25T10:00:00Z"), "Pacific/Auckland", zone)).toEqual([]);
  });
});
