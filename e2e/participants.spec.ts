import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

const seller = "lena.brandt@kepler-data.example";
const asked = "ole.hansen@datenwerft-nord.example";
const manager = "jonas.lindqvist@northwind.example";

/** Opens the deal with a customer from a list. */
async function openDeal(page: Page, list: string, customer: string): Promise<void> {
  await open(page, `${list}?search=${encodeURIComponent(customer)}`);
  await page
    .getByRole("link", { name: new RegExp(customer) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(customer));
}

test("[DEAL-06] [COSL-09] a partner asks another one, which learns of the sale when it consents, and the vendor removes it", async ({
  browser,
}) => {
  const page = async (width: number) => (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  const lena = await page(1440);
  await signInAs(lena, seller, "/portal");
  await openDeal(lena, "/portal/deals", "Harzer Solar GmbH");
  const partners = lena.getByRole("region", { name: "Partners on this deal" });
  await partners.getByRole("button", { name: "Invite a partner" }).click();
  const dialog = lena.getByRole("dialog");
  await dialog.getByLabel("Partner company").fill("datenwerft");
  await dialog.getByLabel("What it is to do").selectOption("implementing");
  await dialog.getByLabel("Message").fill("Would you take the implementation?");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByText("No active partner goes by exactly this.").first()).toBeVisible();
  await dialog.getByLabel("Partner company").fill("Datenwerft Nord");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toBeHidden();
  await expect(partners.getByRole("listitem").filter({ hasText: "Datenwerft Nord" })).toContainText("Invited");

  const ole = await page(390);
  await signInAs(ole, asked, "/portal");
  await ole.getByRole("link", { name: "Answer: Kepler Data" }).click();
  await expect(ole.getByRole("heading", { level: 1 })).toHaveText("Kepler Data asks you to take part");
  await expect(ole.getByText("Would you take the implementation?")).toBeVisible();
  await expect(ole.getByText("Harzer Solar")).toHaveCount(0);
  await ole.getByRole("button", { name: "Take part" }).click();
  const consent = ole.getByRole("dialog");
  await expect(consent).toContainText("You see the customer and the sale from now on");
  await consent.getByRole("button", { name: "Take part" }).click();
  await expect(ole.getByRole("heading", { level: 1 })).toHaveText("Harzer Solar GmbH");
  await expect(ole.getByText("You are protected as Implementing")).toBeVisible();
  const address = ole.url();
  await open(ole, "/portal/deals/joint");
  await expect(ole.getByRole("link", { name: "Harzer Solar GmbH" })).toBeVisible();

  const jonas = await page(1440);
  await signInAs(jonas, manager, "/channel");
  await openDeal(jonas, "/channel/deals", "Harzer Solar GmbH");
  await jonas.getByRole("button", { name: "Remove: Datenwerft Nord" }).click();
  const removal = jonas.getByRole("dialog");
  await removal.getByLabel("Why?").selectOption("customer_request");
  await removal.getByLabel("Note to both partners").fill("The customer brings its own team.");
  await removal.getByRole("button", { name: "Remove from the deal" }).click();
  await expect(removal).toBeHidden();
  await ole.goto(address);
  await expect(ole.getByText("Harzer Solar")).toHaveCount(0);
  await lena.reload();
  await expect(partners.getByRole("listitem").filter({ hasText: "Datenwerft Nord" })).toContainText("Removed");
});
