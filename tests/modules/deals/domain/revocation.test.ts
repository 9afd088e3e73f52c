import { expect, test } from "vitest";
import { revocationDeciders } from "@/modules/deals/domain/revocation";

const entry = { ownerId: "seller", createdById: "seller" };

test.each<[string, string[], Partial<typeof entry>, string[]]>([
  ["another manager and the program owner", ["ann", "ben", "pat"], {}, ["ben", "pat"]],
  ["the program owner alone", ["ann", "pat"], {}, ["pat"]],
  ["nobody whose entry it is", ["ann", "ben", "pat"], { ownerId: "ben" }, ["pat"]],
  ["nobody who made the entry", ["ann", "ben", "pat"], { createdById: "pat" }, ["ben"]],
  ["who asked, where nobody else is left", ["ann"], {}, ["ann"]],
  ["who asked, where the others are involved", ["ann", "ben"], { createdById: "ben" }, ["ann"]],
  ["who asked, where nobody decides any more", [], {}, ["ann"]],
])("a revocation that ann asked for is answered by %s", (_, deciders, over, expected) => {
  expect(revocationDeciders(deciders, { ...entry, ...over }, "ann")).toEqual(expected);
});
