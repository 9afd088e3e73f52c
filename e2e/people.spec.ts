import { type Browser, expect, type Page, test } from "@playwright/test";
import { mailedLink } from "./support/mail";
import { hydrated, open, signInAs } from "./support/session";

const rainer = "rainer.kepler@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const password = "violin harbour seven moss";

const fresh = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
const row = (page: Page, name: string) => page.locator("main li").filter({ hasText: name });

test("somebody is invited, joins, and what they may do changes under their hands", async ({ browser }) => {
  const name = `Nia ${Date.now().toString(36)}`;
  const email = `nia.${Date.now().toString(36)}@kepler-data.example`;
  const admin = await fresh(browser);
  await signInAs(admin, rainer, "/portal/team");
  await admin.getByRole("button", { name: "Invite a colleague" }).click();
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByRole("dialog").getByRole("alert")).toBeVisible();
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Work e-mail").fill(email);
  await admin.getByLabel(/^Partner sales/).check();
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await expect(row(admin, name)).toContainText("opens until");

  const guest = await fresh(browser);
  await open(guest, await mailedLink(guest, email, "join"));
  await guest.getByLabel("Choose a password").fill("Password2026!");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByText("easy to guess").first()).toBeVisible();
  await guest.getByLabel("Choose a password").fill(password);
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest).toHaveURL(/\/portal$/);
  await hydrated(guest);
  await expect(guest.getByRole("link", { name: "Register a deal" }).first()).toBeVisible();

  await open(admin, "/portal/team");
  await row(admin, name).getByRole("button", { name: "Change roles" }).click();
  await admin.getByLabel(/^Partner sales/).uncheck();
  await admin.getByLabel(/^Partner marketing/).check();
  await admin.getByRole("button", { name: "Save the roles" }).click();
  await expect(admin.getByRole("button", { name: "Save the roles" })).toBeHidden();
  await expect(row(admin, name)).toContainText("Partner marketing");
  expect((await guest.goto("/portal/deals/new"))?.status()).toBe(403);

  await row(admin, name).getByRole("button", { name: "Disable" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await expect(row(admin, name)).toContainText("Disabled");
  await guest.goto("/portal");
  await expect(guest).toHaveURL(/\/sign-in/);
});

test("[S7] a forgotten password comes by mail, and the answer is the same for whoever asks", async ({ browser }) => {
  const page = await fresh(browser);
  const asked = async (email: string) => {
    await open(page, "/forgot");
    await page.getByLabel("Work e-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    return (await page.getByRole("status").innerText()).replace(email, "…");
  };
  const known = "julia.sommer@kepler-data.example";
  expect(await asked(known)).toBe(await asked("nobody.at.all@kepler-data.example"));
  await open(page, await mailedLink(page, known, "reset"));
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).toHaveURL(/\/portal/);
});

test("[GOVR-01] a manager looks at a partner's pages, changes nothing, and comes back", async ({ browser }) => {
  const page = await fresh(browser);
  await signInAs(page, jonas, "/channel/partners?search=Kepler");
  await page.getByRole("link", { name: "Kepler Data" }).first().click();
  await page.getByRole("button", { name: "View as this partner" }).click();
  await expect(page).toHaveURL(/\/portal$/);
  await hydrated(page);
  await expect(page.getByRole("region", { name: "View as a partner" })).toContainText("Kepler Data");
  await open(page, "/portal/team");
  await page.getByRole("button", { name: "Invite a colleague" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Nobody");
  await page.getByLabel("Work e-mail").fill("nobody@kepler-data.example");
  await page.getByLabel(/^Partner sales/).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Nothing can be changed here");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "End the view" }).click();
  await expect(page).toHaveURL(/\/channel\/partners\//);
});
