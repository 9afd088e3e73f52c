import { describe, expect, test } from "vitest";
import { invitationState, linkParts, linkValue, opensUntil } from "@/modules/people/domain/invitation";
import { neededLost } from "@/modules/people/domain/last-holder";
import { newId } from "@/server/ids";

const now = new Date("2026-11-25T11:00:00Z");
const later = opensUntil(now);

describe("an invitation", () => {
  test.each([
    ["open until its link ends", { acceptedAt: null, withdrawnAt: null, expiresAt: later }, "open"],
    ["ended at that moment", { acceptedAt: null, withdrawnAt: null, expiresAt: now }, "expired"],
    ["accepted, whenever its link ends", { acceptedAt: now, withdrawnAt: null, expiresAt: now }, "accepted"],
    ["withdrawn", { acceptedAt: null, withdrawnAt: now, expiresAt: later }, "withdrawn"],
  ] as const)("is %s", (_what, facts, state) => expect(invitationState(facts, now)).toBe(state));

  test("is named in its link, with the mail that carried it", () => {
    const id = newId();
    expect(linkParts(linkValue(id, 3))).toEqual({ id, number: 3 });
  });

  test.each(["", "x", "1.2", `${newId()}`, `${newId()}.`, `${newId()}.-1`, `${newId()}.1.2`])(
    "is not named by %j",
    (value) => expect(linkParts(value)).toBeNull(),
  );
});

test.each([
  [["administrator"], ["executive"], ["administrator"]],
  [["administrator", "program_owner"], [], ["administrator", "program_owner"]],
  [["administrator"], ["administrator", "finance"], []],
  [["channel_manager"], [], []],
] as const)("who holds %j and keeps %j loses of what the program needs: %j", (held, kept, lost) =>
  expect(neededLost(held, kept)).toEqual(lost),
);
