import { expect, test } from "@playwright/test";
import { fillRegistration, newCustomer } from "./support/registration";
import { hydrated, open, signedIn } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const henrik = "henrik.vogel@northwind.example";
const margaret = "margaret.osei@northwind.example";

test("[DEAL-02] a partner registers, a manager decides, the win is confirmed and the executive figure opens the row", async ({
  browser,
}) => {
  const customer = newCustomer();
  const as = (email: string) => signedIn(browser, email);

  const partner = await as(lena);
  await open(partner, "/portal/deals/new");
  // Sent with nothing in it: each error stands at its field, and the summary takes the focus.
  await partner.getByRole("button", { name: "Submit registration" }).click();
  await expect(partner.locator("form").getByRole("alert")).toContainText("need another look");
  await fillRegistration(partner, customer);
  await partner.getByRole("button", { name: "Submit registration" }).click();
  await expect(partner).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
  await expect(partner.getByRole("heading", { level: 1 })).toContainText(customer.name);
  await expect(partner.getByText("In review").first()).toBeVisible();
  await expect(partner.getByText("Jonas Lindqvist").first()).toBeVisible();

  const manager = await as(jonas);
  await open(manager, "/channel/decide");
  await manager
    .getByRole("link", { name: new RegExp(customer.name) })
    .first()
    .click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(customer.name);
  await hydrated(manager);
  await manager.getByRole("button", { name: "Approve" }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByLabel("Note for the partner").fill("Good preparation, good luck.");
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(manager.getByText("Approved").first()).toBeVisible();
  await expect(dialog).toBeHidden();

  await partner.reload();
  await hydrated(partner);
  await expect(partner.getByText("Good preparation, good luck.").first()).toBeVisible();
  await expect(partner.getByText(/rotected through/).first()).toBeVisible();
  await partner.getByRole("button", { name: "Report the win" }).click();
  const win = partner.getByRole("dialog");
  await win.getByLabel("Order reference").fill("PO-4711");
  await win.getByRole("button", { name: "Report the win" }).click();
  await expect(partner.getByText("Won").first()).toBeVisible();

  const executive = await as(margaret);
  await open(executive, "/executive/deals?win=confirmed");
  const before = Number(await executive.getByRole("heading", { level: 1 }).locator("span").first().innerText());

  const finance = await as(henrik);
  await open(finance, "/executive/deals?win=reported");
  await finance
    .getByRole("link", { name: new RegExp(customer.name) })
    .first()
    .click();
  await hydrated(finance);
  await finance.getByRole("button", { name: "Confirm win" }).click();
  await finance.getByRole("dialog").getByRole("button", { name: "Confirm win" }).click();
  await expect(finance.getByText(/: confirmed/).first()).toBeVisible();

  await open(executive, "/executive");
  await executive.getByRole("heading", { level: 1 }).getByRole("link").click();
  await expect(executive.getByRole("link", { name: new RegExp(customer.name) }).first()).toBeVisible();
  await open(executive, "/executive/deals?win=confirmed");
  expect(Number(await executive.getByRole("heading", { level: 1 }).locator("span").first().innerText())).toBe(
    before + 1,
  );
});
