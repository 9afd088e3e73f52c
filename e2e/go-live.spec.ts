import { expect as asserted, type Page, test } from "@playwright/test";
import { startSmtp } from "../tests/support/smtp";
import { beginSecondFactor } from "./support/second-factor";
import { hydrated } from "./support/session";

// Two installations run side by side, and this one has just been started.
const expect = asserted.configure({ timeout: 30_000 });

const { EMPTY_LINK: link = "", EMPTY_SMTP_PORT: port } = process.env;
const base = link && new URL(link).origin;
const password = "correct horse battery";
const partner = { name: "Kepler Data GmbH", website: "kepler-data.example" };

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address.startsWith("http") ? address : base + address);
  await hydrated(page);
}

/** Reads a file through the screens of an import, and sees what it brings before it is kept. */
async function importPartners(page: Page, text: string): Promise<void> {
  await open(page, "/settings/imports/new");
  await page.getByRole("radio", { name: /^Partners/ }).check();
  const file = { name: "partners.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Import 1 record" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Import 1 record" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 record imported");
}

/** The address in a mail that leads somewhere below a path of ours. */
function linkIn(raw: string, below: string): string {
  const text = raw.replace(/=\r?\n/g, "").replace(/=3D/gi, "=");
  return new RegExp(`${base}${below}[\\w.~%-]+`).exec(text)?.[0] ?? "";
}

async function add(page: Page, address: string, button: string, name: string, code: string): Promise<void> {
  await open(page, address);
  await page.getByRole("button", { name: button }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Code").fill(code);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name).first()).toBeVisible();
}

test("from an empty database to the first partner's approved deal, by one person", async ({ browser }) => {
  if (!link) throw new Error("this journey needs an empty installation, which npm test starts");
  test.setTimeout(400_000);
  const mail = await startSmtp({ port: Number(port) });
  const page = await (await browser.newContext()).newPage();

  await open(page, "/settings/setup");
  await expect(page.getByText("This installation is not set up yet")).toBeVisible();
  await open(page, link);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("need another look");
  await page.getByLabel("Company").fill("Northwind Systems");
  await page.getByLabel("Your name").fill("Ada Lind");
  await page.getByLabel("Work e-mail").fill("ada.lind@northwind.example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Begin" }).click();
  // Who runs a program signs in with a second factor.
  await expect(page).toHaveURL(/\/second-factor/);
  await hydrated(page);
  const code = await beginSecondFactor(page);
  await page.getByLabel("Code", { exact: true }).fill(code());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(/\/settings\/setup$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^0 of 7 steps/);
  await hydrated(page);

  const another = await (await browser.newContext()).newPage();
  await open(another, link);
  await expect(another.getByRole("heading", { level: 1 })).toHaveText("This link leads nowhere");

  await page.getByRole("button", { name: "Mark as done: Company and logo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^1 of 7 steps/);
  await page.getByRole("button", { name: "Skip: Currency and fiscal year" }).click();
  await page.getByRole("button", { name: "Take up again: Currency and fiscal year" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^1 of 7 steps/);
  await page.getByRole("button", { name: "Skip: Currency and fiscal year" }).click();
  await page.getByRole("button", { name: "Classic 90-day program" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish these rules" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^3 of 7 steps/);

  await add(page, "/settings/regions", "Add region", "Europe", "EMEA");
  await add(page, "/settings/products", "Add product line", "Lakehouse", "lakehouse");
  await importPartners(
    page,
    `name,website,country,types,region,tier,currency,stage\n${partner.name},${partner.website},DE,reseller,EMEA,gold,EUR,active\n`,
  );
  await open(page, "/settings/setup");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^6 of 7 steps/);
  await page.getByRole("link", { name: "Invite people" }).click();
  await page
    .getByRole("link", { name: new RegExp(partner.name) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(partner.name);
  await hydrated(page);
  await page.getByRole("button", { name: "Invite a colleague" }).click();
  const invite = page.getByRole("dialog");
  await invite.getByLabel("Name", { exact: true }).fill("Lena Brandt");
  await invite.getByLabel("Work e-mail").fill("lena.brandt@kepler-data.example");
  await invite.getByLabel("Partner sales").check();
  await invite.getByRole("button", { name: "Send the invitation" }).click();
  await expect(invite).toBeHidden();

  await expect.poll(() => mail.received.map(({ raw }) => linkIn(raw, "/join/")).find(Boolean)).toBeTruthy();
  const joining = mail.received.map(({ raw }) => linkIn(raw, "/join/")).find(Boolean) ?? "";
  const seller = await (await browser.newContext()).newPage();
  await open(seller, joining);
  await seller.getByLabel("Choose a password").fill(password);
  await seller.getByRole("button", { name: "Join" }).click();
  await expect(seller).toHaveURL(/\/portal$/);

  await open(seller, "/portal/deals/new");
  await seller.getByLabel("Company").fill("Isarwerk Antriebstechnik AG");
  await seller.getByLabel("Website").fill("isarwerk.example");
  await seller.getByLabel("Country").selectOption("DE");
  await seller.getByLabel("Your contact there").fill("Anke Reuter");
  await seller.getByLabel("Work e-mail of the contact").fill("anke.reuter@isarwerk.example");
  await seller.getByLabel("Product line").selectOption({ label: "Lakehouse" });
  await seller.getByLabel("Expected amount", { exact: true }).fill("48000");
  const close = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await seller.getByLabel("Expected close").fill(close);
  await seller.getByRole("button", { name: "Submit registration" }).click();
  await expect(seller).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
  await expect(seller.getByText("Ada Lind").first()).toBeVisible();

  await open(page, "/channel/decide");
  await page
    .getByRole("link", { name: /Isarwerk/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Isarwerk");
  await hydrated(page);
  await page.getByRole("button", { name: "Approve" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Note for the partner").fill("Welcome to the program.");
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved").first()).toBeVisible();
  await expect(dialog).toBeHidden();

  await seller.reload();
  await expect(seller.getByText("Welcome to the program.").first()).toBeVisible();
  await expect(seller.getByText(/rotected through/).first()).toBeVisible();
  await open(page, "/settings/setup");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The program is set up");
  await mail.close();
});
