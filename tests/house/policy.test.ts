import { describe, expect, test } from "vitest";
import { addressOf, readPolicy, unusedActions } from "../../scripts/lib/source-policy";
import { parseSource } from "../../scripts/lib/source-syntax";

const page = (text: string) => readPolicy([parseSource("src/app/portal/(work)/deals/[id]/page.tsx", text)]);
const route = (text: string) => readPolicy([parseSource("src/app/api/deals/route.ts", text)]);
const module = [
  parseSource(
    "src/modules/deals/actions.ts",
    `"use server";\nimport { submitDeal } from "./use-cases/submit-deal";\nexport const submitDealAction = action(submitDeal);\n`,
  ),
  parseSource(
    "src/modules/deals/use-cases/submit-deal.ts",
    `export const submitDeal = useCase({ name: "deal.submit", permission: "deal.register", input, async run() {} });`,
  ),
];

describe("routes", () => {
  test("a group is no part of the address, a parameter is", () => {
    expect(addressOf("src/app/(public)/apply/page.tsx")).toBe("/apply");
    expect(addressOf("src/app/portal/(work)/deals/[id]/page.tsx")).toBe("/portal/deals/[id]");
    expect(addressOf("src/app/page.tsx")).toBe("/");
  });

  test.each([
    [`export default page("deal.read", async () => <p />);`, "deal.read"],
    ["export default publicPage(async () => <p />);", "public"],
  ])("a guarded page is listed: %s", (text, permission) => {
    expect(page(text).policy.routes).toMatchObject([{ path: "/portal/deals/[id]", kind: "page", permission }]);
  });

  test.each([
    "export default async function Page() {}",
    "export default async () => null;",
    "export default page(permission, show);",
    "",
  ])("an unguarded page is an error: %s", (text) => expect(page(text).findings).toHaveLength(1));

  test("each method of a route handler is listed, a name is followed", () => {
    const text = `const handler = publicRoute(serve);\nexport { handler as POST };\nexport const GET = route("deal.read", serve);\nexport const dynamic = "force-dynamic";`;
    expect(route(text).policy.routes.map(({ method, permission }) => [method, permission])).toEqual([
      ["GET", "deal.read"],
      ["POST", "public"],
    ]);
    expect(route(text).findings).toEqual([]);
  });

  test.each(["export async function GET() {}", "export const GET = serve;", "export { serve as GET };"])(
    "an unguarded handler is an error: %s",
    (text) => expect(route(text).findings).toHaveLength(1),
  );
});

describe("actions", () => {
  test("an action carries the permission of its use case", () => {
    expect(readPolicy(module).policy.actions).toEqual([
      {
        name: "submitDealAction",
        file: "src/modules/deals/actions.ts",
        useCase: "deal.submit",
        permission: "deal.register",
      },
    ]);
  });

  test("an action whose permission cannot be read is an error", () => {
    expect(readPolicy(module.slice(0, 1)).findings).toHaveLength(1);
  });

  test("an action no component imports is an error, one that is imported is not", () => {
    const { policy } = readPolicy(module);
    const form = parseSource("src/modules/deals/ui/form.tsx", `import { submitDealAction } from "../actions";`);
    expect(unusedActions(policy, module)).toHaveLength(1);
    expect(unusedActions(policy, [...module, form])).toEqual([]);
  });
});
