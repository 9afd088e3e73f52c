import { expect, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

test("[DEAL-05] a manager sees which protections end and gives one more time from the list", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAs(page, "jonas.lindqvist@northwind.example", "/channel/expiring");
  const list = page.getByRole("table", { name: "Expiring protections" });
  const pane = page.getByRole("complementary", { name: "The chosen protection" });
  const row = list.getByRole("row", { name: /Harzer Solar GmbH/ });
  await expect(row).toContainText(/\d+ days? left/);
  await page.keyboard.press("j");
  await row.getByRole("link").first().focus();
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText("Harzer Solar GmbH");
  await pane.getByRole("button", { name: "Extend" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").selectOption("procurement");
  await dialog.getByRole("button", { name: "Extend the protection" }).click();
  await expect(dialog).toBeHidden();
  await expect(list.getByRole("row", { name: /Harzer Solar GmbH/ })).toHaveCount(0);
  await open(page, "/channel/expiring?days=90");
  await expect(list.getByRole("row", { name: /Harzer Solar GmbH/ })).toContainText("extended once");
});

test("[DEAL-05] a partner asks for more time, and is told at once that the rules grant it", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signInAs(page, "lena.brandt@kepler-data.example", "/portal");
  await page.getByRole("link", { name: "Open: Rheinchem Spezial GmbH" }).click();
  await page.getByRole("button", { name: "Ask for more time" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("the program rules extend it at once");
  await dialog.getByLabel("Why does it take longer?").selectOption("budget");
  await dialog.getByLabel("What happens until then").fill("The board decides on the budget next week.");
  await dialog.getByRole("button", { name: "Ask for more time" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Extended by program rule")).toBeVisible();
});
