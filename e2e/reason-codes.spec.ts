import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

const administrator = "sofia.lund@northwind.example";
const list = (page: Page) => page.getByRole("list", { name: "Giving up", exact: true });

test("[DEAL-05] a reason is added, named in both languages, switched off and removed; what rules go by stays on", async ({
  page,
}) => {
  const code = `moved_${Date.now().toString(36)}`;
  await signInAs(page, administrator, "/settings/reasons");
  await page.getByRole("button", { name: "Edit: Existing customer" }).click();
  await expect(page.getByRole("dialog")).toContainText("always offered");
  await page.keyboard.press("Escape");

  await open(page, "/settings/reasons?kind=release");
  await page.getByRole("button", { name: "Add reason" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name (Deutsch)").fill("Verlegt");
  await dialog.getByLabel("Code", { exact: true }).fill("Moved abroad");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Use small letters");
  await expect(dialog.getByLabel("Name (Deutsch)")).toHaveValue("Verlegt");
  await dialog.getByLabel("Name (English)").fill(`Moved abroad ${code}`);
  await dialog.getByLabel("Code", { exact: true }).fill(code);
  await dialog.getByLabel("Place in the list").selectOption("1");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(list(page).getByRole("listitem").first()).toContainText(`Moved abroad ${code}`);

  const edit = page.getByRole("button", { name: `Edit: Moved abroad ${code}` });
  await edit.click();
  await dialog.getByLabel("Offered").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(list(page).getByRole("listitem").first()).toContainText("switched off");

  await page.getByRole("button", { name: `Remove: Moved abroad ${code}` }).click();
  await dialog.getByRole("button", { name: "Remove reason" }).click();
  await expect(list(page)).not.toContainText(code);
});
