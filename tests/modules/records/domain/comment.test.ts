import { describe, expect, test } from "vitest";
import { editMinutes, mayEdit, mentionsIn, partsOf } from "@/modules/records/domain/comment";
import { audienceOf, eventAudience } from "@/modules/records/domain/record";
import { typedName } from "@/modules/records/ui/mention-list";

const people = ["Jonas Lindqvist", "Jo", "Jonas Lindqvist-Berg", "Zoë Çelik"].map((name) => ({ personId: name, name }));

describe("mentions in a text", () => {
  test.each([
    ["@Jonas Lindqvist please look", ["Jonas Lindqvist"]],
    ["please look, @jonas lindqvist.", ["Jonas Lindqvist"]],
    ["(@Zoë Çelik)", ["Zoë Çelik"]],
    ["@Jonas Lindqvist-Berg decides", ["Jonas Lindqvist-Berg"]],
    ["@Jo and @Zoë Çelik, and @Jo again", ["Jo", "Zoë Çelik"]],
    ["@Jonathan is somebody else", []],
    ["write to anna@Jo or jo@example.com", []],
    ["@ Jo", []],
    ["", []],
  ])("%s", (text, named) => expect(mentionsIn(text, people)).toEqual(named));

  test("two people of one name are both meant", () => {
    const twins = [
      { personId: "a", name: "Jo" },
      { personId: "b", name: "Jo" },
    ];
    expect(mentionsIn("@Jo", twins)).toEqual(["a", "b"]);
  });

  test("are parts of it that put together are the text again", () => {
    const text = "Hello @Jo, this is for @Zoë Çelik!";
    const parts = partsOf(text, people);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter((part) => part.mentioned).map((part) => part.text)).toEqual(["@Jo", "@Zoë Çelik"]);
    expect(partsOf(text, [])).toEqual([{ text, mentioned: false }]);
  });
});

describe("the name that is being typed", () => {
  test.each([
    ["Hello @", ""],
    ["Hello @Jon", "Jon"],
    ["@Jonas Lind", "Jonas Lind"],
    ["mail to a@b", null],
    ["Hello @Jonas, I", null],
    ["Hello", null],
  ])("in %j is %j", (text, name) => expect(typedName(text)).toBe(name));
});

describe("changing a comment", () => {
  const at = new Date("2026-11-25T10:00:00Z");
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  test("is for its author, while it is new, and not once it was taken back", () => {
    const comment = { authorId: "a", at, deletedAt: null };
    expect(mayEdit("a", comment, later(editMinutes - 1))).toBe(true);
    expect(mayEdit("a", comment, later(editMinutes))).toBe(false);
    expect(mayEdit("b", comment, at)).toBe(false);
    expect(mayEdit("a", { ...comment, deletedAt: at }, at)).toBe(false);
  });
});

test("what stands beside a record of the vendor's own never reaches a partner", () => {
  expect(audienceOf("deal", false)).toBe("all");
  expect(audienceOf("deal", true)).toBe("internal");
  expect(audienceOf("partner", false)).toBe("vendor");
  expect(audienceOf("account", true)).toBe("vendor");
  expect(["all", "vendor", "internal"].map((audience) => eventAudience(audience as "all"))).toEqual([
    "all",
    "vendor",
    "vendor",
  ]);
});
