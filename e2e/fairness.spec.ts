import { expect, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

test("[GOVR-10] who owns the program sees whether like deals are decided alike, and each figure opens its rows", async ({
  page,
}) => {
  await signInAs(page, "ines.carvalho@northwind.example", "/program/fairness");
  await page.getByRole("link", { name: "Reviewer", exact: true }).click();
  await expect(page).toHaveURL(/by=reviewer/);
  const row = page.getByRole("table", { name: "Groups" }).locator("tbody tr").first();
  const decided = await row.locator("td").nth(1).innerText();
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/executive\/deals\?.*reviewerId=/);
  await expect(page.getByRole("heading", { level: 1 }).locator("span").first()).toHaveText(decided);
});

test("[GOVR-10] who may not know the vendor's people compares by everything but the reviewer", async ({ page }) => {
  await signInAs(page, "margaret.osei@northwind.example", "/executive");
  await open(page, "/program/fairness?by=reviewer");
  const dimensions = page.getByRole("navigation", { name: "Compare by" });
  await expect(dimensions.getByRole("link", { name: "Region" })).toHaveAttribute("aria-current", "page");
  await expect(dimensions.getByRole("link", { name: "Reviewer" })).toHaveCount(0);
});
