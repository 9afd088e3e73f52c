import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const stefan = "stefan.kruger@rheinblick-it.example";
const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
const html = Buffer.from("<!DOCTYPE html><script>alert(1)</script>");
const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");

async function dealOf(page: Page, portal: string): Promise<string> {
  await open(page, `${portal}/deals?search=Isarwerk&statuses=in_review`);
  const hrefs = await page
    .locator("main tbody a")
    .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
  return hrefs.find((href) => /[0-9a-f-]{36}$/.test(href ?? "")) ?? "";
}

async function another(page: Page, email: string): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("no browser");
  const other = await context.newPage();
  await signInAs(other, email);
  return other;
}

test("a comment with a mention reaches the other side, an internal note does not", async ({ page }) => {
  const word = Date.now().toString(36);
  await signInAs(page, jonas);
  const deal = await dealOf(page, "/channel");
  await open(page, deal);
  const box = page.getByRole("textbox", { name: "Comment", exact: true });
  await box.pressSequentially(`Question ${word} for @Len`);
  await page.getByRole("button", { name: "@Lena Brandt" }).click();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.locator("#timeline")).toContainText(`Question ${word} for @Lena Brandt`);
  await expect(box).toHaveValue("");
  await box.fill(`Secret ${word}`);
  await page.locator("#timeline").getByRole("checkbox", { name: "Internal note" }).check();
  await page.getByRole("button", { name: "Add internal note" }).click();
  await expect(page.locator("#timeline")).toContainText(`Secret ${word}`);
  await page.getByRole("link", { name: "Internal", exact: true }).click();
  await expect(page).toHaveURL(/show=internal/);
  await expect(page.locator("#timeline")).not.toContainText("Question");

  const partner = await another(page, lena);
  await open(partner, await dealOf(partner, "/portal"));
  await expect(partner.locator("#timeline")).toContainText(`Question ${word}`);
  expect(await partner.content()).not.toContain(`Secret ${word}`);
  await expect(async () => {
    await open(partner, "/portal/inbox");
    await expect(partner.getByText("Jonas Lindqvist wrote about Isarwerk").first()).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("[S9] a file is added from either side, downloaded as an attachment, and refused where it is not what it says", async ({
  page,
  request,
}) => {
  const name = `offer-${Date.now().toString(36)}.pdf`;
  await signInAs(page, lena);
  const deal = await dealOf(page, "/portal");
  await open(page, deal);
  await page.getByLabel("Files to add").setInputFiles([
    { name, mimeType: "application/pdf", buffer: pdf },
    { name: "picture.png", mimeType: "image/png", buffer: html },
    { name: "drawing.txt", mimeType: "text/plain", buffer: svg },
    { name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) },
    { name: "wrong.png", mimeType: "image/png", buffer: pdf },
  ]);
  const files = page.locator("#files");
  await expect(files.getByRole("alert")).toContainText("picture.png: Files of this kind are not taken");
  await expect(files.getByRole("alert")).toContainText("drawing.txt: Files of this kind are not taken");
  await expect(files.getByRole("alert")).toContainText("empty.pdf: It is empty");
  await expect(files.getByRole("alert")).toContainText("wrong.png: Its content is not what its name says");
  const href = (await files.getByRole("link", { name }).getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  expect(await answer.body()).toEqual(pdf);
  expect(answer.headers()["content-disposition"]).toContain(`attachment; filename="${name}"`);
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");

  const stranger = await another(page, stefan);
  expect((await stranger.request.get(href)).status()).toBe(404);
  expect((await request.get(href)).status()).toBe(401);
  const id = deal.split("/").at(-1);
  const upload = `/files/upload?kind=deal&id=${id}&name=x.pdf`;
  const origin = new URL(page.url()).origin;
  expect((await stranger.request.post(upload, { data: pdf, headers: { origin } })).status()).toBe(404);
  expect((await page.request.post(upload, { data: pdf, headers: { origin: "https://evil.example" } })).status()).toBe(
    403,
  );
  const tooMuch = Buffer.alloc(26_000_000, "%PDF-1.4 ");
  expect((await page.request.post(upload, { data: tooMuch, headers: { origin } })).status()).toBe(413);
});

test("a task comes to its owner's list by due day, and leaves it once it is done", async ({ page }) => {
  const title = `Send the plan ${Date.now().toString(36)}`;
  await signInAs(page, jonas);
  await open(page, await dealOf(page, "/channel"));
  await page.getByRole("button", { name: "Add task" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is to be done").fill(title);
  await dialog.getByLabel("Who does it").selectOption({ label: "Lena Brandt" });
  await dialog.getByRole("button", { name: "Add task" }).click();
  await expect(page.locator("#tasks")).toContainText(title);
  const partner = await another(page, lena);
  await open(partner, "/portal");
  await partner.getByRole("link", { name: `Open: ${title}` }).click();
  await partner.getByRole("button", { name: `Done: ${title}` }).click();
  await expect(partner.getByRole("button", { name: `Not done: ${title}` })).toBeVisible();
  await open(partner, "/portal");
  await expect(partner.getByText(title)).toHaveCount(0);
});

test("a talk with a partner is logged in two clicks, and stands on its page and in the list", async ({ page }) => {
  await signInAs(page, jonas);
  await open(page, "/channel/partners?search=Neckar");
  await page.locator("main tbody a").first().click();
  await page.getByRole("button", { name: "Log a call" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#timeline")).toContainText("Jonas Lindqvist spoke with them on the phone");
  await expect(page.getByText("Call, Jonas Lindqvist")).toBeVisible();
});

test("[PLAT-03] sales, marketing, legal, finance and channel open the same partner page", async ({ page }) => {
  await signInAs(page, jonas);
  await open(page, "/channel/partners?search=Kepler");
  const address = (await page.locator("main tbody a").first().getAttribute("href")) ?? "";
  for (const person of ["chiara.conti", "ulrike.stern", "henrik.vogel", "jonas.lindqvist", "ines.carvalho"]) {
    const colleague = await another(page, `${person}@northwind.example`);
    await open(colleague, address);
    await expect(colleague.getByRole("heading", { level: 1 }), person).toHaveText("Kepler Data GmbH");
    for (const part of ["People", "Locations", "Tasks", "Files", "Timeline"])
      await expect(
        colleague.getByRole("heading", { level: 2, name: part, exact: true }),
        `${person}: ${part}`,
      ).toBeVisible();
    await expect(colleague.locator("#timeline")).toContainText("Wants a joint booth");
    await colleague.context().close();
  }
  const seller = await another(page, "priya.raman@northwind.example");
  await open(seller, address);
  await expect(seller.getByRole("heading", { level: 2, name: "People", exact: true })).toBeVisible();
  expect(await seller.content()).not.toContain("joint booth");
});
