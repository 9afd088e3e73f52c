import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { fillRegistration, newCustomer } from "./support/registration";
import { hydrated, open, signedIn } from "./support/session";

// A seller of a company that no other journey works for, so that exactly what happens here is in the inbox.
const stefan = "stefan.kruger@rheinblick-it.example";
const jonas = "jonas.lindqvist@northwind.example";

const bell = (page: Page) => page.getByRole("link", { name: /^Inbox, / });

async function register(page: Page, customer: ReturnType<typeof newCustomer>): Promise<void> {
  await open(page, "/portal/deals/new");
  await fillRegistration(page, customer);
  await page.getByRole("button", { name: "Submit registration" }).click();
  await expect(page).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
}

async function approve(page: Page, customer: string, note: string): Promise<void> {
  await open(page, "/channel/decide");
  await page
    .getByRole("link", { name: new RegExp(customer) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(customer);
  await hydrated(page);
  await page.getByRole("button", { name: "Approve" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Note for the partner").fill(note);
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(dialog).toBeHidden();
}

/** Loads a page again until the worker has done its part. */
async function until(page: Page, path: string, holds: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await open(page, path);
    await holds();
  }).toPass({ timeout: 30_000 });
}

test("what others decide arrives in the inbox and by mail, once, and leads to the deal", async ({ browser }) => {
  const partner = await signedIn(browser, stefan);
  await open(partner, "/portal/inbox");
  const readAll = partner.getByRole("button", { name: "Mark all as read" });
  if (await readAll.isVisible()) await readAll.click();
  await expect(bell(partner)).toHaveAccessibleName("Inbox, nothing unread");
  const customer = newCustomer("Ux", "klmnopqrst");
  await register(partner, customer);
  const deal = partner.url();

  const manager = await signedIn(browser, jonas);
  // Whose turn it is is told too.
  await until(manager, "/channel/inbox?view=unread", () =>
    expect(manager.getByRole("link", { name: `Unread: To decide: ${customer.name}` })).toBeVisible(),
  );
  await approve(manager, customer.name, "Well prepared, good luck.");

  await until(partner, "/portal/inbox", () => expect(bell(partner)).toHaveAccessibleName("Inbox, 1 unread"));
  const row = partner.getByRole("link", { name: `Unread: ${customer.name} is approved` });
  await expect(row).toHaveCount(1);
  await partner.keyboard.press("j");
  await expect(row).toBeFocused();
  await partner.keyboard.press("Enter");
  await expect(partner).toHaveURL(deal);
  await expect(bell(partner)).toHaveAccessibleName("Inbox, nothing unread");

  await open(partner, `/outbox?to=${encodeURIComponent(stefan)}`);
  const mails = partner.getByRole("navigation", { name: "Mails" });
  await expect(mails.getByRole("link", { name: new RegExp(`^${customer.name} is approved`) })).toHaveCount(1);
  const mail = partner.frameLocator("iframe");
  await expect(mail.getByRole("heading", { level: 1 })).toHaveText(`${customer.name} is approved`);
  await expect(mail.getByText("Well prepared, good luck.")).toBeVisible();
  await expect(mail.getByText("You get this because it is your registration.")).toBeVisible();
  await mail.getByRole("link", { name: "Open the registration" }).click();
  await expect(partner).toHaveURL(deal);

  await open(partner, `/outbox?to=${encodeURIComponent(stefan)}`);
  await partner.frameLocator("iframe").getByRole("link", { name: "Stop mails like this" }).click();
  await expect(partner.getByText("A decision on your registration")).toBeVisible();
  await partner.getByRole("button", { name: "Stop these mails" }).click();
  await expect(partner.getByRole("heading", { level: 1 })).toHaveText("Stopped");
  await open(partner, "/portal/inbox/settings");
  const choice = partner.getByLabel("A decision on your registration: E-mail");
  await expect(choice).toHaveValue("off");
  await choice.selectOption("at_once");
  await partner.getByRole("button", { name: "Save" }).click();
  await expect(partner.getByText("Saved. It counts from now on.")).toBeVisible();
});

test("people choose what they are told and when; what they chose stands, and what does not fit is said", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "rainer.kepler@kepler-data.example");
  await open(admin, "/portal/inbox/settings");
  const company = admin.getByLabel("Registrations of colleagues: E-mail");
  await expect(company).toHaveValue("digest");
  await company.selectOption("at_once");
  await admin.getByLabel("Quiet from").fill("20:00");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.locator("form").getByRole("alert")).toContainText("Enter both times, or none.");
  await admin.getByLabel("Quiet until").fill("07:00");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Saved. It counts from now on.")).toBeVisible();
  await admin.reload();
  await hydrated(admin);
  await expect(company).toHaveValue("at_once");
  await expect(admin.getByLabel("Quiet from")).toHaveValue("20:00");
  await company.selectOption("digest");
  await admin.getByLabel("Quiet from").fill("");
  await admin.getByLabel("Quiet until").fill("");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Saved. It counts from now on.")).toBeVisible();
});

test("another person's notice is not found; without a session it leads to the sign-in", async ({ browser }) => {
  const manager = await signedIn(browser, jonas);
  await open(manager, "/channel/inbox");
  const href = await manager.locator("a[data-row]").first().getAttribute("href");
  const stranger = await signedIn(browser, "henrik.vogel@northwind.example");
  expect((await stranger.goto(href ?? ""))?.status()).toBe(404);
  const nobody = await (await browser.newContext()).newPage();
  await nobody.goto(href ?? "");
  await expect(nobody).toHaveURL(/\/sign-in\?returnTo=/);
});

test("[PLAT-09] axe finds nothing in the outbox and in a mail, dark and light", async ({ browser }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await (await browser.newContext({ colorScheme })).newPage();
    await open(page, "/outbox");
    // Nothing runs inside the frame, the checker neither; its content is checked by itself below.
    const around = await new AxeBuilder({ page }).exclude("iframe").analyze();
    expect(around.violations, colorScheme).toEqual([]);
    const html = await page.locator("iframe").getAttribute("srcdoc");
    await page.setContent(html ?? "");
    const inside = await new AxeBuilder({ page }).disableRules(["region", "landmark-one-main"]).analyze();
    expect(
      inside.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
      colorScheme,
    ).toEqual([]);
  }
});

test("one click of a mail program stops mails, from anywhere and without a session; a made-up link does nothing", async ({
  request,
  page,
}) => {
  await open(page, `/outbox?part=headers&to=${encodeURIComponent(jonas)}`);
  const headers = await page.locator("pre").innerText();
  const address = headers.match(/List-Unsubscribe: <(.*)>/)?.[1] ?? "";
  expect(address).toContain("/unsubscribe/");
  const oneClick = { form: { "List-Unsubscribe": "One-Click" } };
  expect((await request.post(`${address}x`, oneClick)).status()).toBe(404);
  expect((await request.post(address, oneClick)).status()).toBe(200);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stopped");
});
