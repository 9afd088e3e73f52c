import fc from "fast-check";
import { expect, test } from "vitest";
import { keyFrom, keyText, mergePage, streamFilter } from "@/modules/records/domain/stream";

const day = Date.parse("2026-11-25T10:00:00.000Z");
const id = (number: number) => `01980000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const entry = (minutes: number, order: number, number: number) => ({
  at: new Date(day + minutes * 60_000),
  order,
  id: id(number),
});

test("a timeline is newest first; in one moment the later event comes first, and what is no event last", () => {
  const events = [entry(5, 8, 1), entry(0, 2, 2), entry(0, 1, 3)];
  const comments = [entry(3, 0, 4), entry(0, 0, 6), entry(0, 0, 5)];
  const { entries, next } = mergePage([events, comments], 10);
  expect(entries.map((each) => Number(each.id.slice(-12)))).toEqual([1, 4, 2, 3, 6, 5]);
  expect(next).toBeNull();
});

test("page by page is the whole, each entry once, however it is cut", () => {
  const entries = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(1000)), { selector: ([, , number]) => number });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 5 }), (drawn, size) => {
      const all = drawn.map(([minutes, order, number]) => entry(minutes, order, number));
      const whole = mergePage([all], 10_000).entries;
      const paged: (typeof all)[number][] = [];
      for (let after = keyFrom(undefined), more = true; more; ) {
        const from = after ? whole.findIndex((each) => keyText(each) === keyText(after ?? each)) + 1 : 0;
        const page = mergePage([whole.slice(from, from + size + 1)], size);
        paged.push(...page.entries);
        more = page.next !== null;
        after = keyFrom(page.next ?? undefined);
      }
      expect(paged).toEqual(whole);
    }),
  );
});

test("an address that is no key, or asks for what there is not, is the beginning of everything", () => {
  expect(keyFrom(keyText(entry(0, 7, 1)))).toEqual(entry(0, 7, 1));
  for (const text of [undefined, "", "2026", "2026-13-45T99:99:99.999Z~1~x", `x~0~${id(1)}`, "'; drop table event; --"])
    expect(keyFrom(text)).toBeNull();
  expect([undefined, "all", "files", "everything"].map(streamFilter)).toEqual(["all", "all", "files", "all"]);
});
