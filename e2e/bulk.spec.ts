import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const queue = (page: Page) => page.getByRole("table", { name: "Deals to decide" });
const bar = (page: Page) => page.getByRole("region", { name: "Selected rows" });

test("[DEAL-03] a manager selects rows with the keyboard and rejects them at once; what was decided meanwhile is left and says so", async ({
  browser,
}) => {
  const as = async (path: string) => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signInAs(page, jonas, path);
    return page;
  };
  const page = await as("/channel/decide");
  const names = await queue(page).getByRole("rowheader").allTextContents();
  const [last, before] = [names.length - 1, names.length - 2];
  const rows = queue(page).locator("tbody tr");
  await rows.nth(before).getByRole("rowheader").getByRole("link").focus();
  await page.keyboard.press("Shift+J");
  await expect(bar(page)).toContainText("2 selected");
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("One selected");
  await page.keyboard.press("x");
  await expect(rows.nth(last).getByRole("checkbox")).toBeChecked();
  // The buttons for one row make way for those of the selected ones.
  await expect(page.getByRole("button", { name: "Return" })).toHaveCount(0);

  const other = await as("/channel/decide");
  await queue(other)
    .getByRole("checkbox", { name: new RegExp(`^Select ${names[last]}`) })
    .check();
  await bar(other).getByRole("button", { name: "Reject" }).click();
  await other.getByRole("dialog").getByLabel("Reason").selectOption({ index: 1 });
  await other.getByRole("dialog").getByLabel("Note for the partner").fill("Another one was first");
  await other.getByRole("dialog").getByRole("button", { name: "Reject one" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("One registration rejected");

  await bar(page).getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText("Reject 2 registrations?");
  await expect(dialog).toContainText("Each partner is told");
  await dialog.getByRole("button", { name: "Reject 2" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("2 things need another look");
  await dialog.getByLabel("Reason").selectOption({ index: 1 });
  await dialog.getByLabel("Note for the partner").fill("Not for this quarter");
  await dialog.getByRole("button", { name: "Reject 2" }).click();
  await expect(page).toHaveURL(/\/channel\/bulk\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 of 2 registrations rejected");
  const left = page.getByRole("row", { name: new RegExp(names[last] ?? "") });
  await expect(left).toContainText("Changed meanwhile");
  await expect(left).toContainText("decided in the meantime");
  const href = (await page.getByRole("link", { name: "Export what was not done (1)" }).getAttribute("href")) ?? "";
  const [head, row, ...rest] = (await (await page.request.get(href)).text()).trim().split("\n");
  expect(head).toContain("What became of it");
  expect(row).toContain(names[last]);
  expect(rest).toEqual([]);

  // Left and come back to: it stands above the list.
  await open(page, "/channel/decide");
  await expect(page.getByText("1 of 2 registrations rejected")).toBeVisible();
  await expect(queue(page).getByRole("rowheader")).toHaveCount(names.length - 2);
  const address = new URL(page.url()).origin + href.replace("/export", "");

  const stranger = await (await browser.newContext()).newPage();
  await signInAs(stranger, "claire.whitfield@northwind.example");
  expect((await stranger.goto(address))?.status()).toBe(404);
});

test("a partner withdraws drafts at once; rows that allow nothing cannot be selected, and the count of all says so", async ({
  page,
}) => {
  await signInAs(page, lena, "/portal/deals?statuses=approved,draft");
  const rows = page.locator("main tbody tr");
  await expect(rows.filter({ hasText: "Protected" }).first().getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await bar(page)
    .getByRole("button", { name: /^Select all/ })
    .click();
  await expect(bar(page)).toContainText(/others? rows? allow/);
  const count = await rows.getByRole("checkbox", { checked: true }).count();
  expect(count).toBeGreaterThan(0);
  await bar(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(bar(page)).toHaveCount(0);

  await rows.getByRole("checkbox").first().check();
  await bar(page).getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("protects nothing");
  await dialog.getByRole("button", { name: "Withdraw one" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One registration withdrawn");
});
