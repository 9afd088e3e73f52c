import { expect, type Page, test } from "@playwright/test";
import { open, signedIn, signInAs } from "./support/session";

const jonas = "jonas.lindqvist@northwind.example";
const heads = (page: Page) => page.locator("main thead th").allInnerTexts();
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });
/** A name of its own for every run. */
const named = (words: string) => `${words} ${Date.now() % 1_000_000}`;

test("a manager sorts, narrows and keeps a list as a view; the address says all of it, and the export holds just that", async ({
  page,
}) => {
  await signInAs(page, jonas, "/channel/deals?view=all");
  await page.getByRole("link", { name: "Amount" }).click();
  await expect(page).toHaveURL(/sort=-amount/);
  await expect(page.getByRole("columnheader", { name: "Amount" })).toHaveAttribute("aria-sort", "descending");

  await page.getByText("Filter", { exact: true }).click();
  await page.getByLabel("Registration", { exact: true }).selectOption({ label: "In review" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/statuses=in_review/);
  await expect(page).toHaveURL(/sort=-amount/);
  await expect(views(page).getByRole("link", { name: "In review" })).toHaveAttribute("aria-current", "page");

  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog");
  for (const column of ["Number", "Product line", "Stage", "Registration", "Date"])
    await dialog.getByLabel(column, { exact: true }).uncheck();
  await dialog.getByLabel("Expected close").check();
  await dialog.getByRole("button", { name: "Show columns" }).click();
  await expect(page).toHaveURL(/columns=partner,amount,close/);
  expect(await heads(page)).toEqual(["Customer account", "Partner", "Amount", "Expected close"]);

  const name = named("Large ones to decide");
  await page.getByRole("button", { name: "Save view" }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(views(page).getByRole("link", { name })).toHaveAttribute("aria-current", "page");

  const customers = await page.locator("main tbody th").allInnerTexts();
  const href = (await page.getByRole("link", { name: "Export" }).getAttribute("href")) ?? "";
  const [head, ...rows] = (await (await page.request.get(href)).text()).trim().split("\n");
  expect(head?.replace("\ufeff", "")).toBe("Customer account,Partner,Amount,Currency,Expected close");
  expect(rows.map((row) => row.split(",")[0]?.replaceAll('"', ""))).toEqual(customers.map((each) => each.trim()));

  await page.getByRole("button", { name: "Delete view" }).click();
  await dialog.getByRole("button", { name: "Delete view" }).click();
  await expect(views(page).getByRole("link", { name })).toHaveCount(0);
  // The columns are kept for the person; what is usual is one press away.
  expect(await heads(page)).toContain("Expected close");
  await page.getByRole("button", { name: "Columns" }).click();
  await dialog.getByRole("button", { name: "Usual columns" }).click();
  await dialog.getByRole("button", { name: "Show columns" }).click();
  await expect(page.getByRole("columnheader", { name: "Number" })).toBeVisible();
});

test("a view that a colleague shares is there for all the vendor's people, and a list can begin with a view", async ({
  browser,
}) => {
  const as = (email: string, path: string) => signedIn(browser, email, path);
  const name = named("Confirmed wins");
  const margaret = await as("margaret.osei@northwind.example", "/executive/deals?win=confirmed");
  await margaret.getByRole("button", { name: "Save view" }).click();
  const dialog = margaret.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Share with everybody at the vendor").check();
  await dialog.getByLabel("Begin with this view").check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(views(margaret).getByRole("link", { name })).toBeVisible();
  await open(margaret, "/executive/deals");
  await expect(margaret).toHaveURL(/win=confirmed/);

  const manager = await as(jonas, "/channel/deals?view=all");
  await views(manager).getByRole("link", { name }).click();
  await expect(manager).toHaveURL(/\/channel\/deals\?win=confirmed/);
  await expect(manager.getByRole("button", { name: "Delete view" })).toHaveCount(0);

  await margaret.getByRole("button", { name: "Delete view" }).click();
  await dialog.getByRole("button", { name: "Delete view" }).click();
  await expect(views(margaret).getByRole("link", { name })).toHaveCount(0);
  await open(margaret, "/executive/deals");
  await expect(margaret).not.toHaveURL(/win=confirmed/);
});
