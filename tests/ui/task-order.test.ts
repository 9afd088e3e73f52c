import { describe, expect, test } from "vitest";
import { byDue, dueToday } from "@/ui/task-order";

const zone = "Europe/Berlin";
const now = new Date("2026-11-25T11:00:00Z");

const task = (id: string, due?: string) => ({ id, dueAt: due ? new Date(due) : null });

const draft = task("finish_draft");
const outcome = task("report_outcome");
const lastDay = task("protection_ends", "2026-11-25T23:00:00Z");
const tonight = task("answer", "2026-11-25T16:00:00Z");
const tomorrow = task("answer", "2026-11-26T16:00:00Z");

describe("what needs me", () => {
  test("comes by due time; what has none follows as it came", () => {
    expect(byDue([outcome, draft, tomorrow, lastDay, tonight])).toEqual([tonight, lastDay, tomorrow, outcome, draft]);
  });

  test("is due today until the last protected day is over, in the reader's zone", () => {
    expect(dueToday([draft, outcome, tomorrow, lastDay, tonight], now, zone)).toEqual([lastDay, tonight]);
    // 16:00 UTC is already the next day in Auckland, where the reader's day began at 11:00 UTC.
    expect(dueToday([tonight], new Date("2026-11-25T10:00:00Z"), "Pacific/Auckland")).toEqual([]);
  });
});
