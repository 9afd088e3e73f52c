import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

type Route = { path: string; kind: string; method?: string; permission: string };
// policy.json is written by the house's own check, which keeps its shape.
const routes: Route[] = JSON.parse(readFileSync("policy.json", "utf8")).routes;

const lena = "lena.brandt@kepler-data.example";
const stefan = "stefan.kruger@rheinblick-it.example";

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
  for (const route of routes.filter(({ path, permission }) => path.includes("[") && permission !== "public")) {
    const path = route.path.replace(/\[[^\]]+\]/, foreign);
    const response = route.kind === "route" ? await page.request.get(path) : await page.goto(path);
    expect([403, 404], route.path).toContain(response?.status() ?? 0);
    expect(await response?.text(), route.path).not.toContain("Rheinblick");
  }
  await open(page, `/portal/deals?search=${foreign}&partnerId=${foreign}`);
  await expect(page.getByText("Rheinblick")).toHaveCount(0);
});

test("[GOVR-01] without a session every page leads to the sign-in, and every route answers nothing", async ({
  page,
  request,
  baseURL,
}) => {
  const headers = { origin: new URL(baseURL ?? "").origin };
  for (const route of routes.filter(({ permission }) => permission !== "public" && permission !== null)) {
    const path = route.path.replace(/\[[^\]]+\]/, "01980000-0000-7000-8000-000000000000");
    if (route.kind === "route") {
      expect((await request.fetch(path, { method: route.method ?? "GET", headers })).status(), path).toBe(401);
      continue;
    }
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in\?returnTo=/);
  }
});
