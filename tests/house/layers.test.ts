import { beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../../scripts/lib/source-files";
import { cruiseLayers, type LayerReport, uncruised } from "../../scripts/lib/source-layers";
import { parseSource } from "../../scripts/lib/source-syntax";

/** Every rule with the one file of the fixture tree that breaks it. */
const violations = [
  ["kernel-stands-alone", "src/kernel/clock.ts"],
  ["domain-is-pure", "src/modules/deals/domain/parse.ts"],
  ["prisma-in-its-places", "src/modules/deals/use-cases/submit-deal.ts"],
  ["server-knows-no-module", "src/server/nosy.ts"],
  ["kit-knows-no-module", "src/ui/deal-button.tsx"],
  ["app-is-the-top", "src/worker.ts"],
  ["first-commands-need-no-client", "scripts/up.ts"],
  ["modules-have-doors", "src/modules/partners/use-cases/peek.ts"],
  ["ui-is-composed-in-app", "src/modules/partners/ui/partner-deals.tsx"],
  ["no-cycles", "src/modules/partners/domain/partner.ts"],
  ["components-show", "src/modules/deals/ui/deal-loader.tsx"],
  ["components-read-types", "src/modules/deals/ui/deal-list.tsx"],
] as const;

describe("the layers", () => {
  const fixtures = readSources("tests/house/fixtures/layers", ["src", "scripts"]);
  let report: LayerReport;

  beforeAll(async () => {
    report = await cruiseLayers(".", fixtures);
  }, 60_000);

  test.each(violations)("%s is found in %s, with a sentence that says what to do instead", (rule, from) => {
    const found = report.violations.filter((violation) => violation.rule === rule && violation.from === from);
    expect(found).toHaveLength(1);
    expect(found[0]?.comment).toMatch(/[a-z]+ .{20,}\.$/);
  });

  test("nothing that is allowed is reported, types that point both ways included", () => {
    const found = report.violations.map(({ rule, from }) => `${rule} ${from}`).sort();
    expect(found).toEqual(violations.map(([rule, from]) => `${rule} ${from}`).sort());
  });

  test("every file is cruised, components with JSX included", () => {
    expect(report.cruised.size).toBe(fixtures.length);
    expect(uncruised(report, fixtures)).toEqual([]);
  });

  test("a file the cruise did not see is named", () => {
    expect(uncruised(report, [parseSource("src/kernel/unseen.ts", "")])).toEqual(["src/kernel/unseen.ts"]);
  });
});
