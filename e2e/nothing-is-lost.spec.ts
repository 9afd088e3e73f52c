import { expect, type Page, test } from "@playwright/test";
import { hydrated, open, signedIn, signInAs } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";

async function fill(page: Page, customer: string, website: string): Promise<void> {
  await page.getByLabel("Company").fill(customer);
  await page.getByLabel("Website").fill(website);
  await page.getByLabel("Country").selectOption("AT");
  await page.getByLabel("Your contact there").fill("Jörg O’Brien-Çelik");
  await page.getByLabel("Work e-mail of the contact").fill(`jorg@${website}`);
  await page.getByLabel("Product line").selectOption({ label: "Streams" });
  await page.getByLabel("Expected amount", { exact: true }).fill("12500.50");
  await page.getByLabel("Expected close").fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
}

test("[DEAL-02] a draft is kept while typing and goes on on another device", async ({ browser }) => {
  const customer = `Kärntner Übersee & Söhne <b>GmbH</b> ${Date.now()}`;
  const desk = await signedIn(browser, lena, "/portal/deals/new");
  await desk.getByLabel("Company").fill(customer);
  await desk.getByLabel("Website").focus();
  await expect(desk.getByText("Draft saved").filter({ visible: true })).toBeVisible();
  const phone = await signedIn(browser, lena, "/portal/deals?statuses=draft");
  await phone.getByRole("link", { name: customer }).first().click();
  await phone.getByRole("link", { name: "Continue" }).first().click();
  await expect(phone.getByLabel("Company")).toHaveValue(customer);
});

test("a session that ends while typing costs nothing: sign in elsewhere, send again, one registration", async ({
  browser,
}) => {
  const word = `zx${Date.now().toString(36)}`;
  const page = await signedIn(browser, lena, "/portal/deals/new");
  await fill(page, `${word} Handels GmbH`, `${word}.example`);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Submit registration" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("Your session has ended");
  await expect(page.getByLabel("Company")).toHaveValue(`${word} Handels GmbH`);
  const elsewhere = await page.context().newPage();
  await signInAs(elsewhere, lena);
  await page.bringToFront();
  // Pressed twice in a hurry, it is still one registration.
  await page.getByRole("button", { name: "Submit registration" }).dblclick();
  await expect(page).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
  await open(elsewhere, `/portal/deals?search=${word}`);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(/Deals\s*1/);
});

test("of two windows that decide one registration the slower reads why, and keeps what was typed", async ({
  browser,
}) => {
  const one = await signedIn(browser, jonas, "/channel/deals?statuses=in_review");
  await one.locator("main tbody a").last().click();
  await expect(one.getByRole("button", { name: "Approve" })).toBeVisible();
  const other = await one.context().newPage();
  await open(other, new URL(one.url()).pathname);
  await hydrated(one);
  await one.getByRole("button", { name: "Return" }).click();
  await one.getByLabel("Your question").fill("Who signs, and when?");
  await other.getByRole("button", { name: "Reject" }).click();
  await other.getByLabel("Reason").selectOption({ index: 1 });
  await other.getByLabel("Note for the partner").fill("Please come back with a named contact.");
  await other.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await expect(other.getByText("Rejected").first()).toBeVisible();
  await one.getByRole("button", { name: "Send the question" }).click();
  await expect(one.getByRole("dialog").getByRole("alert")).toBeVisible();
  await expect(one.getByLabel("Your question")).toHaveValue("Who signs, and when?");
});

test("what is too long or no amount is said at its field, and stays typed", async ({ browser }) => {
  const page = await signedIn(browser, lena, "/portal/deals/new");
  await fill(page, `${"Ä".repeat(250)}`, "isar.example");
  await page.getByLabel("Expected amount", { exact: true }).fill("12.345,6x");
  await page.getByRole("button", { name: "Submit registration" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("2 things need another look");
  await expect(page.getByLabel("Company")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Company")).toHaveValue("Ä".repeat(250));
  await expect(page.getByLabel("Expected amount", { exact: true })).toHaveValue("12.345,6x");
});
