import { expect, test } from "@playwright/test";
import { jumpTo, tabTo, typeInto } from "./support/keyboard";
import { hydrated, signInAs } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const letters = () =>
  Array.from(String(Date.now() % 1_000_000), (digit) => "abcdefghij".charAt(Number(digit))).join("");

test("[U3] a partner registers a deal without a mouse", async ({ page }) => {
  const word = letters();
  await signInAs(page, lena, "/portal");
  await jumpTo(page, "Register", "Register");
  await expect(page).toHaveURL(/\/portal\/deals\/new/);
  await hydrated(page);
  await typeInto(page, page.getByLabel("Company"), `Tk${word} Armaturen AG`);
  await typeInto(page, page.getByLabel("Website"), `tk${word}-armaturen.example`);
  await typeInto(page, page.getByLabel("Country"), "Germany");
  await typeInto(page, page.getByLabel("Your contact there"), "Erika Weiss");
  await typeInto(page, page.getByLabel("Work e-mail of the contact"), `erika@tk${word}-armaturen.example`);
  await typeInto(page, page.getByLabel("Product line"), "Lakehouse");
  await typeInto(page, page.getByLabel("Expected amount", { exact: true }), "52000");
  // The parts of a day are typed one after the other, in the order of the reader's language.
  await typeInto(page, page.getByLabel("Expected close"), "06302027");
  await tabTo(page, page.getByRole("button", { name: "Submit registration" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Tk${word}`);
});

test("[U3] a manager finds a deal, comments on it, and plans and completes a task without a mouse", async ({
  page,
}) => {
  const word = letters();
  await signInAs(page, jonas, "/channel");
  await jumpTo(page, "Isarwerk", "Isarwerk");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Isarwerk");
  await hydrated(page);

  await typeInto(page, page.getByRole("textbox", { name: "Comment", exact: true }), `Seen ${word}`);
  await tabTo(page, page.getByRole("button", { name: "Add comment" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#timeline")).toContainText(`Seen ${word}`);

  await tabTo(page, page.getByRole("button", { name: "Add task" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await typeInto(page, dialog.getByLabel("What is to be done"), `Call about ${word}`);
  await tabTo(page, dialog.getByRole("button", { name: "Add task" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await jumpTo(page, "Home", "Home");
  await expect(page).toHaveURL(/\/channel$/);
  await tabTo(page, page.getByRole("link", { name: new RegExp(`Call about ${word}`) }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#tasks$/);
  await hydrated(page);
  await tabTo(page, page.getByRole("button", { name: new RegExp(`^Done: .*${word}`) }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: new RegExp(`^Not done: .*${word}`) })).toBeVisible();
  await jumpTo(page, "Home", "Home");
  await expect(page).toHaveURL(/\/channel$/);
  await expect(page.getByText(`Call about ${word}`)).toHaveCount(0);
});
