import { expect, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

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
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("[GOVR-02] the search finds nothing of another partner, neither customers nor numbers nor partners", async ({
  browser,
}) => {
  const as = async (email: string) => {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, email);
    return page;
  };
  const found = async (page: Awaited<ReturnType<typeof as>>, words: string) =>
    JSON.stringify(await (await page.request.get(`/find?words=${encodeURIComponent(words)}`)).json());
  const own = await as("stefan.kruger@rheinblick-it.example");
  await open(own, "/portal/deals?statuses=approved");
  const customer = (await own.locator("main tbody th").first().innerText()).trim();
  const number = /D-\d\d-\d{4}/.exec(await own.locator("main tbody tr").first().innerText())?.[0] ?? "";
  expect(await found(own, number)).toContain(customer);

  const stranger = await as("lena.brandt@kepler-data.example");
  for (const words of [customer, number, "Rheinblick"])
    expect(await found(stranger, words), words).toBe('{"groups":[]}');
});

test("without a session the search answers nothing", async ({ request }) => {
  expect((await request.get("/find?words=kepler")).status()).toBe(401);
});
