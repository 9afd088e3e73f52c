import { expect, type Page, test } from "@playwright/test";
import { addressesOf, portals } from "./support/pages";
import { hydrated, open, signInAs } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
// The language is kept with the person, so nobody else's journey is his.
const jannik = "jannik.vogt@kepler-data.example";

async function choose(page: Page, label: string, language: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: language });
}

test("[CONT-06] a language chosen in the sidebar changes words, dates and amounts, keeps the page, and is remembered", async ({
  page,
}) => {
  await signInAs(page, jannik, "/portal/deals?statuses=approved");
  await choose(page, "Language", "Deutsch");
  await expect(page.getByRole("columnheader", { name: "Betrag" })).toBeVisible();
  await expect(page).toHaveURL(/\/portal\/deals\?statuses=approved$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText(/^\d+\.\d{3}\s€$/).first()).toBeVisible();
  await expect(page.getByText(/(^|\s)\d+\.\s\p{L}+\.?\s\d{4}$/u).first()).toBeVisible();
  await open(page, "/portal");
  await expect(page.getByRole("button", { name: "Abmelden" })).toBeVisible();
  await choose(page, "Sprache", "English");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("[CONT-06] the language can be chosen before signing in, and a variant speaks its language", async ({ page }) => {
  await open(page, "/sign-in");
  await choose(page, "Language", "UK English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await expect(page.getByText("Programme owner, Northwind Systems")).toBeVisible();
  await choose(page, "Language", "Deutsch");
  await expect(page.getByRole("button", { name: "Anmelden", exact: true })).toBeVisible();
  await choose(page, "Sprache", "English");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test.describe("a browser that nobody has chosen a language in", () => {
  for (const [locale, words] of [
    ["de-AT", "Anmelden"],
    ["ja-JP", "Sign in"],
  ] as const)
    test(`[CONT-06] and that asks for ${locale} reads "${words}"`, async ({ browser }) => {
      const page = await (await browser.newContext({ locale })).newPage();
      await open(page, "/sign-in");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
    });
});

test("[CONT-06] what was typed stays when the language changes", async ({ page }) => {
  await signInAs(page, jannik, "/portal/deals/new");
  await page.getByLabel("Website").fill("grünwerk.example");
  await page.getByLabel("Product line").selectOption({ label: "Streams" });
  await choose(page, "Language", "Deutsch");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deal registrieren");
  await expect(page.getByLabel("Website")).toHaveValue("grünwerk.example");
  await page.getByLabel("Erwarteter Betrag", { exact: true }).fill("12,5x");
  await page.getByRole("button", { name: "Registrierung einreichen" }).click();
  await expect(page.getByLabel("Erwarteter Betrag", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("form").getByRole("alert")).toContainText(
    "Geben Sie einen Betrag wie 184000 oder 184000,50 ein.",
  );
});

for (const { portal, email } of portals) {
  test(`[CONT-06] ${portal} in German fits a phone and a screen, and says no key of a message`, async ({ page }) => {
    await signInAs(page, email);
    const addresses = await addressesOf(page, portal);
    await page.context().addCookies([{ name: "locale", value: "de", url: new URL(page.url()).origin }]);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const address of addresses) {
        await open(page, address);
        await expect(page.locator("html")).toHaveAttribute("lang", "de");
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${address} at ${width}`).toBe(0);
        await expect(page.locator("body"), address).not.toContainText(
          /\b(?:ui|deals|channel|portal|partners)\.\w+\.\w+/,
        );
      }
    }
  });
}

test("[CONT-06] a language written from right to left has the sidebar at the right", async ({ page }) => {
  await signInAs(page, lena, "/portal/deals");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await hydrated(page);
  const side = await page.locator("aside").boundingBox();
  const main = await page.locator("main").boundingBox();
  expect(side?.x ?? 0).toBeGreaterThan(main?.x ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
