import { describe, expect, test } from "vitest";
import { canMove, defineWorkflow, targets } from "@/kernel/workflow";

const states = ["open", "waiting", "done"] as const;
type State = (typeof states)[number];
type Mover = "owner" | "system";

const task = defineWorkflow<State, Mover>({
  name: "task",
  states,
  initial: "open",
  moves: [
    { from: "open", to: "waiting", by: ["owner"] },
    { from: "open", to: "done", by: ["owner", "system"] },
    { from: "waiting", to: "open", by: ["owner", "system"] },
  ],
});

describe("a move", () => {
  test.each([
    ["open", "waiting", "owner", true],
    ["open", "waiting", "system", false],
    ["open", "done", "system", true],
    ["waiting", "open", "owner", true],
    ["waiting", "done", "owner", false],
    ["done", "open", "owner", false],
    ["done", "done", "system", false],
    ["open", "open", "owner", false],
  ] as const)("from %s to %s by %s: %s", (from, to, by, allowed) => expect(canMove(task, from, to, by)).toBe(allowed));

  test("is one of the targets exactly when it is allowed", () => {
    for (const from of states)
      for (const by of ["owner", "system"] as const)
        expect(targets(task, from, by)).toEqual(states.filter((to) => canMove(task, from, to, by)));
  });
});

describe("a table", () => {
  const broken = (from: string, to: string) => () =>
    defineWorkflow<string, Mover>({ ...task, moves: [...task.moves, { from, to, by: ["owner"] }] });

  test("with a move between unknown states is refused", () => {
    expect(broken("nowhere", "open")).toThrow("task: nowhere → open is unknown");
    expect(broken("open", "nowhere")).toThrow("task: open → nowhere is unknown");
  });

  test("that names a move twice is refused", () => {
    expect(broken("open", "done")).toThrow("task: open → done stands twice");
  });
});
