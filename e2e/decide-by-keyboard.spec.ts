import { expect, test } from "@playwright/test";
import { signInAs } from "./support/session";

test("[DEAL-03] a manager returns and approves registrations from the queue without a mouse", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAs(page, "jonas.lindqvist@northwind.example", "/channel/decide");
  const queue = page.getByRole("table", { name: "Deals to decide" });
  const pane = page.getByRole("complementary", { name: "The chosen registration" });
  const names = () => queue.getByRole("rowheader").allTextContents();
  const before = await names();
  const [first, second, third] = before;
  if (!first || !second || !third) throw new Error("the demo queue is too short for this journey");
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText(first);

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText(second);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText("Return with a question");
  // Letters typed into the question are letters, not keys of the page.
  await page.keyboard.type("Are you in a tender already?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(names).not.toContain(second);
  // The next one has moved up into its place.
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText(third);

  await page.keyboard.press("a");
  await expect(dialog.getByRole("heading")).toHaveText("Approve this registration?");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("a");
  await dialog.getByRole("button", { name: "Approve" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(names).toHaveLength(before.length - 2);
});
