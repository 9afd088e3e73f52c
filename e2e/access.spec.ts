import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

type Route = { path: string; kind: string; permission: string };
// policy.json is written by the house's own check, which keeps its shape.
const routes: Route[] = JSON.parse(readFileSync("policy.json", "utf8")).routes;

const lena = "lena.brandt@kepler-data.example";
const stefan = "stefan.kruger@rheinblick-it.example";
const jonas = "jonas.lindqvist@northwind.example";
const margaret = "margaret.osei@northwind.example";

async function firstDeal(page: Page): Promise<string> {
  await open(page, "/portal/deals");
  const href = await page
    .locator('a[href^="/portal/deals/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")).find((link) => /[0-9a-f-]{36}$/.test(link ?? "")),
    );
  return (href ?? "").split("/").at(-1) ?? "";
}

test("[GOVR-02] another partner's deal is not found on any route with a record", async ({ browser }) => {
  const own = await (await browser.newContext()).newPage();
  await signInAs(own, stefan);
  const foreign = await firstDeal(own);
  expect(foreign).toMatch(/^[0-9a-f-]{36}$/);
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, lena);
  for (const route of routes.filter(({ path }) => path.includes("["))) {
    if (route.path.includes("nextauth")) continue;
    const response = await page.goto(route.path.replace(/\[[^\]]+\]/, foreign));
    expect([403, 404], route.path).toContain(response?.status() ?? 0);
    expect(await page.content(), route.path).not.toContain("Rheinblick");
  }
  await open(page, `/portal/deals?search=${foreign}&partnerId=${foreign}`);
  await expect(page.getByText("Rheinblick")).toHaveCount(0);
});

test("[GOVR-01] without a session every page leads to the sign-in, and every route answers nothing", async ({
  page,
  request,
}) => {
  for (const route of routes.filter(({ permission }) => permission !== "public" && permission !== null)) {
    const path = route.path.replace(/\[[^\]]+\]/, "01980000-0000-7000-8000-000000000000");
    if (route.kind === "route") {
      expect((await request.get(path)).status(), path).toBe(401);
      continue;
    }
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in\?returnTo=/);
  }
});

const seen: Record<string, { email: string; paths: string[] }> = {
  partner: { email: lena, paths: ["/portal", "/portal/deals", "/portal/deals/new", "/portal/rules"] },
  manager: {
    email: jonas,
    paths: ["/channel", "/channel/decide", "/channel/deals", "/channel/partners", "/channel/rules"],
  },
  executive: { email: margaret, paths: ["/executive", "/executive/deals", "/executive/definitions"] },
};

for (const [name, { email, paths }] of Object.entries(seen)) {
  for (const theme of ["light", "dark"] as const) {
    test(`axe finds nothing on the pages of the ${name}, ${theme}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      await signInAs(page, email);
      const places = [...paths];
      for (const path of places) {
        await open(page, path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
        const record = page.locator("table a, [role=table] a").first();
        if (path.endsWith("/deals") && (await record.count()) > 0)
          places.push((await record.getAttribute("href")) ?? path);
      }
    });
  }
}
