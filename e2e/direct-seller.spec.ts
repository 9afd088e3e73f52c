import { expect, test } from "@playwright/test";
import { signInAs } from "./support/session";

const width = { viewport: { width: 1280, height: 900 } };

test("[DEAL-10] a direct seller looks a customer up, is warned, goes on with a reason, and the manager answers the breach", async ({
  browser,
}) => {
  const seller = await (await browser.newContext(width)).newPage();
  await signInAs(seller, "priya.raman@northwind.example", "/channel/opportunities");
  await seller.getByLabel("Company").fill("Rheinchem Spezial GmbH");
  await seller.getByLabel("Country").selectOption("DE");
  await seller.getByRole("button", { name: "Look up" }).click();
  await expect(seller.getByText("A partner is protected at this customer")).toBeVisible();
  await expect(seller.getByText("Call Jonas Lindqvist, Channel manager")).toBeVisible();
  await expect(seller.locator("main")).not.toContainText("Kepler");

  await seller.getByRole("link", { name: "New opportunity" }).click();
  await seller.getByLabel("Customer company").fill("Rheinchem Spezial GmbH");
  await seller.getByLabel("Customer country").selectOption("DE");
  await seller.getByLabel("What it is about").fill("Lab data");
  await seller.getByRole("button", { name: "Open the opportunity" }).click();
  await expect(seller.getByText("logged as a possible breach")).toBeVisible();
  await expect(seller.getByLabel("What it is about")).toHaveValue("Lab data");
  await seller.getByLabel("Why do you go on?").selectOption("customer_insists");
  await seller.getByRole("button", { name: "Go on all the same" }).click();
  await expect(seller.getByRole("heading", { name: "My opportunities", level: 1 })).toBeVisible();
  await expect(seller.getByText("Lab data")).toBeVisible();

  const manager = await (await browser.newContext(width)).newPage();
  await signInAs(manager, "jonas.lindqvist@northwind.example", "/channel/breaches");
  const entry = manager.getByRole("listitem").filter({ hasText: "Priya Raman at Rheinchem Spezial GmbH" });
  await expect(entry).toContainText("The customer insists on us");
  await entry.getByRole("button", { name: "Answer" }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Agreed with the partner" }).check();
  await dialog.getByLabel("What was agreed or found").fill("Lena leads, Priya helps with the board.");
  await dialog.getByRole("button", { name: "Save the answer" }).click();
  await expect(dialog).toBeHidden();
  await expect(entry).toHaveCount(0);
});
