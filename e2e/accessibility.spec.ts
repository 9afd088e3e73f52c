import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { hydrated, open, signInAs } from "./support/session";

type Route = { path: string; kind: string };
// policy.json is written by the house's own check, which keeps its shape.
const pages = (JSON.parse(readFileSync("policy.json", "utf8")).routes as Route[])
  .filter(({ kind }) => kind === "page")
  .map(({ path }) => path);

const portals = [
  { portal: "/portal", email: "lena.brandt@kepler-data.example" },
  { portal: "/channel", email: "jonas.lindqvist@northwind.example" },
  { portal: "/executive", email: "margaret.osei@northwind.example" },
];
const themes = ["light", "dark"] as const;

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
  expect(found, where).toEqual([]);
}

/** The state of a deal in which its page shows the most, or exists at all. */
function telling(path: string): string {
  if (path.endsWith("/edit")) return "draft";
  return path.startsWith("/channel") ? "in_review" : "approved";
}

/** The address of the first record a list links to. */
async function firstRecord(page: Page, list: string, status: string): Promise<string> {
  await open(page, `${list}?statuses=${status}`);
  const link = page.locator(`main a[href^="${list}/"]`).filter({ hasNotText: /export/i });
  const hrefs = await link.evaluateAll((links) => links.map((each) => each.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => /[0-9a-f-]{36}$/.test(href));
  if (!found) throw new Error(`${list} links to no record`);
  return found;
}

for (const { portal, email } of portals) {
  for (const theme of themes) {
    test(`[PLAT-09] axe finds nothing on any page of ${portal}, ${theme}`, async ({ page, context, baseURL }) => {
      test.setTimeout(300_000);
      await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      await signInAs(page, email);
      for (const path of pages.filter((each) => each === portal || each.startsWith(`${portal}/`))) {
        const list = path.slice(0, path.indexOf("/["));
        const address = path.includes("[")
          ? path.replace(/^.*\/\[id\]/, await firstRecord(page, list, telling(path)))
          : path;
        const answer = await page.goto(address);
        expect(answer?.status(), address).toBe(200);
        await hydrated(page);
        await expectNoViolations(page, `${address} in ${theme}`);
      }
    });
  }
}

test("axe finds nothing on the sign-in page, a form sent empty, and an open dialog", async ({ page }) => {
  await open(page, "/sign-in");
  await expectNoViolations(page, "sign-in");
  await signInAs(page, "lena.brandt@kepler-data.example", "/portal/deals/new");
  await page.getByRole("button", { name: "Submit registration" }).click();
  await expect(page.locator("form").getByRole("alert")).toBeVisible();
  await expectNoViolations(page, "a form with errors");
  const manager = await (await page.context().browser()?.newContext())?.newPage();
  if (!manager) throw new Error("no browser");
  await signInAs(manager, "jonas.lindqvist@northwind.example", "/channel/decide");
  await manager.keyboard.press("j");
  await manager.keyboard.press("a");
  await expect(manager.getByRole("dialog")).toBeVisible();
  await expectNoViolations(manager, "a dialog");
});
