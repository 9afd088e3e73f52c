import { describe, expect, test } from "vitest";
import { qualityOfGroups, qualityOfPairs } from "../../bench/lib/matching-quality";

describe("the quality of matching", () => {
  test("counts pairs, right and wrong, and lists what is wrong", async () => {
    const pairs = [
      { name1: "Hansen GmbH", name2: "Hansen AG", isMatch: true },
      { name1: "Hansen GmbH", name2: "Petersen AG", isMatch: true },
      { name1: "Hoogland", name2: "Hoogland Electric", isMatch: false },
      { name1: "Hansen", name2: "Petersen", isMatch: false },
    ];
    expect(await qualityOfPairs(pairs, 10)).toMatchObject({
      pairs: 4,
      matchingPairs: 2,
      truePositives: 1,
      falsePositives: 1,
      falseNegatives: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
      candidates: { pairs: 2, recall: 0.5 },
      errors: [
        { kind: "miss", name1: "Hansen GmbH", name2: "Petersen AG", candidate: false },
        { kind: "false_merge", name1: "Hoogland", name2: "Hoogland Electric", candidate: true },
      ],
    });
  });

  test("counts every pair of a group, also those the index does not propose", () => {
    const members = ["Hansen GmbH", "HANSEN AG", "Hansn Nord", "Quite Another", "Hansen Chemical"].map((name, at) => ({
      entity: at < 4 ? "hansen" : "other",
      name,
    }));
    const found = qualityOfGroups(members, 3);
    expect(found).toMatchObject({ names: 5, pairs: 10, matchingPairs: 6 });
    expect(found.truePositives + found.falseNegatives).toBe(6);
    expect(found.errors.filter(({ kind }) => kind === "miss")).toHaveLength(3);
    expect(found.candidates.recall).toBeLessThan(1);
  });

  test("of nothing is not divided by", () => {
    expect(qualityOfGroups([], 1)).toMatchObject({ pairs: 0, precision: 1, recall: 1, f1: 1 });
  });
});
