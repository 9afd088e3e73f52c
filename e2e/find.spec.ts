import { expect, test } from "@playwright/test";
import { open, signedIn, signInAs } from "./support/session";

test("a manager finds a record with a few letters and goes there without a mouse", async ({ page }) => {
  await signInAs(page, "jonas.lindqvist@northwind.example", "/channel");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await page.keyboard.type("rules");
  await expect(palette.getByRole("option")).toHaveText(["Program rules"]);
  await field.fill("Kepler");
  await expect(palette.getByRole("option").first()).toContainText("Kepler Data GmbH");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kepler Data GmbH");
  // With a letter missing it is found all the same.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Isarwrk");
  await expect(palette.getByRole("option").first()).toContainText("Isarwerk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Isarwerk");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("[GOVR-02] the search finds nothing of another partner, neither customers nor numbers nor partners", async ({
  browser,
}) => {
  const as = (email: string) => signedIn(browser, email);
  const found = async (page: Awaited<ReturnType<typeof as>>, words: string) =>
    JSON.stringify(await (await page.request.get(`/find?words=${encodeURIComponent(words)}`)).json());
  const own = await as("stefan.kruger@rheinblick-it.example");
  await open(own, "/portal/deals?statuses=approved");
  const row = own.locator("main tbody tr").first();
  const customer = (await row.getByRole("rowheader").innerText()).trim();
  const number = /D-\d\d-\d{4}/.exec(await row.innerText())?.[0] ?? "";
  const address = (await row.getByRole("link").getAttribute("href")) ?? "";
  const known = await found(own, number);
  for (const word of [customer, number, address]) expect(known).toContain(word);

  const stranger = await as("lena.brandt@kepler-data.example");
  for (const word of [number, "Rheinblick"]) expect(await found(stranger, word), word).toBe('{"groups":[]}');
  // The stranger may have a deal of their own at the same customer.
  const shared = await found(stranger, customer);
  for (const word of [number, address, "Rheinblick"]) expect(shared, word).not.toContain(word);
});

test("without a session the search answers nothing", async ({ request }) => {
  expect((await request.get("/find?words=kepler")).status()).toBe(401);
});
