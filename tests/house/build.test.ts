import { expect, test } from "vitest";
import { compareBuild } from "../../scripts/lib/source-build";
import type { Policy } from "../../scripts/lib/source-policy";

const policy: Policy = {
  routes: [
    { path: "/deals", kind: "page", permission: "deal.read", file: "src/app/(work)/deals/page.tsx" },
    { path: "/api/health", kind: "route", method: "GET", permission: "public", file: "src/app/api/health/route.ts" },
  ],
  actions: [
    { name: "submitAction", file: "src/modules/deals/actions.ts", useCase: "deal.submit", permission: "deal.register" },
  ],
};
const served = {
  pages: ["/deals"],
  handlers: ["/api/health"],
  actions: ["src/modules/deals/actions.ts submitAction"],
};

test("a build that serves what the policy lists is fine", () => {
  expect(compareBuild(policy, served)).toEqual([]);
});

test.each(["pages", "handlers", "actions"] as const)(
  "what the build serves beyond the listed %s is an error",
  (kind) => {
    expect(compareBuild(policy, { ...served, [kind]: [...served[kind], "/extra"] })).toHaveLength(1);
  },
);

test.each(["pages", "handlers", "actions"] as const)("a listed one of the %s that is not built is an error", (kind) => {
  expect(compareBuild(policy, { ...served, [kind]: [] })).toHaveLength(1);
});
