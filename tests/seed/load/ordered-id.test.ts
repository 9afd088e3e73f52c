import { expect, test } from "vitest";
import { orderedIds } from "../../../prisma/seed/load/ordered-id";

test("ids are UUIDs of version 7, in the order of their instants, and no two are the same", () => {
  const newId = orderedIds();
  const ids = Array.from({ length: 50_000 }, (_, index) => newId(1_700_000_000_000 + Math.floor(index / 5)));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1_800_000_000_000) > newId(1_700_000_000_000)).toBe(true);
});
