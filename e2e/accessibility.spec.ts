import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { addressesOf, portals } from "./support/pages";
import { hydrated, open, signInAs } from "./support/session";

const themes = ["light", "dark"] as const;

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
  expect(found, where).toEqual([]);
}

for (const { portal, email } of portals) {
  for (const theme of themes) {
    test(`[PLAT-09] axe finds nothing on any page of ${portal}, ${theme}`, async ({ page, context, baseURL }) => {
      test.setTimeout(300_000);
      await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      await signInAs(page, email);
      for (const address of await addressesOf(page, portal)) {
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

for (const look of themes)
  for (const direction of ["ltr", "rtl"] as const)
    test(`axe finds nothing in the kit, ${look}, ${direction}, its form with all errors included`, async ({ page }) => {
      await open(page, `/kit?look=${look}&direction=${direction}`);
      await expectNoViolations(page, "the kit");
      await page.getByRole("button", { name: "Save" }).last().click();
      await expect(page.locator("form").getByRole("alert")).toBeVisible();
      await expectNoViolations(page, "the form of the kit with errors");
      await page.getByRole("button", { name: "Delete" }).last().click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNoViolations(page, "the dialog of the kit");
    });
