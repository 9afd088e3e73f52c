import { expect, type Page, test } from "@playwright/test";
import { open, signInAs } from "./support/session";

const administrator = "sofia.lund@northwind.example";

// A spreadsheet as it comes: semicolons, Latin-1, a title above the header, an ambiguous day, a country nobody knows.
const head = "Partner Name;Web domain;Land;Business;Partner since";
const good = [
  "Alpenblick Systeme;alpenblick-systeme.test-import.de;Germany;Consulting;03/04/2024",
  "Söhne & Bergmann;soehne-bergmann.de;Schweitz;Software;05/06/2023",
  "Côte Conseil;cote-conseil.fr;France;Managed services;12/01/2022",
];
const lines = (...more: string[]) => ["Partners of the old portal", "", head, ...good, ...more].join("\r\n");
const dirty = lines("Echo Partners;not a domain;Spain;;02/03/2020", "No Site;;Austria;;07/08/2019");
const mended = lines("Echo Partners;echo-partners.es;Spain;;02/03/2020", "No Site;no-site.at;Austria;;07/08/2019");

const latin1 = (text: string) => Buffer.from(text, "latin1");

async function upload(page: Page, name: string, text: string): Promise<void> {
  await open(page, "/settings/imports/new");
  await page.getByRole("radio", { name: /^Partners/ }).check();
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer: latin1(text) });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Which column is what?" })).toBeVisible();
}

async function countPartners(page: Page): Promise<number> {
  await open(page, "/channel/partners");
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  return Number(/\d+/.exec(title)?.[0]);
}

test("a workbook and an empty choice are refused where they are, and nothing chosen is lost", async ({ page }) => {
  await signInAs(page, administrator, "/settings/imports/new");
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(/Say what the file brings/);
  await page.getByRole("radio", { name: /^Partners/ }).check();
  const workbook = { name: "partners.csv", mimeType: "text/csv", buffer: Buffer.from("PK\u0003\u0004rest of a zip") };
  await page.getByLabel("File", { exact: true }).setInputFiles(workbook);
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(/partners\.csv is a workbook/);
  await expect(page.getByRole("radio", { name: /^Partners/ })).toBeChecked();
  await expect(page.getByText("partners.csv, 1 kB")).toBeVisible();
});

test("[MIGR-01] a dirty file is understood, corrected, imported in part, taken back, and comes again without a duplicate", async ({
  page,
}) => {
  await signInAs(page, administrator);
  const before = await countPartners(page);
  const h1 = page.getByRole("heading", { level: 1 });

  await test.step("the columns are found, with samples; one has to be said", async () => {
    await upload(page, "partners.csv", dirty);
    await expect(page.getByText("Alpenblick Systeme · Söhne & Bergmann")).toBeVisible();
    await page.getByLabel("Country").selectOption("Land");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(h1).toHaveText(/2 questions/);
  });

  await test.step("what is ambiguous is asked and never assumed", async () => {
    await page.getByRole("button", { name: "Check with these answers" }).click();
    await expect(page.getByText("Choose an answer")).toBeVisible();
    await expect(page.getByText("03/04/2024 is 3 Apr 2024")).toBeVisible();
    await page.getByRole("radio", { name: /^DD\/MM\/YYYY/ }).check();
    await expect(page.getByRole("radio", { name: "Switzerland" })).toBeChecked();
    await page.getByRole("button", { name: "Check with these answers" }).click();
    await expect(h1).toHaveText(/2 of 5 rows are wrong/);
  });

  await test.step("each wrong row has its line, column, value and reason, on the screen and in a file", async () => {
    const rows = page.getByRole("table", { name: "Rows of the file" });
    const wrong = rows.getByRole("row", { name: /Echo Partners/ });
    await expect(wrong).toContainText("7");
    await expect(wrong).toContainText("Web domain: not a website");
    await expect(wrong).toContainText("“not a domain”");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the wrong rows" }).click(),
    ]);
    const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString("utf8");
    expect(text).toContain("Echo Partners,not a domain");
    expect(text).toContain("not a website");
    expect(text.trim().split("\n")).toHaveLength(3);
  });

  await test.step("the good rows are imported, after the consequence was said", async () => {
    await page.getByRole("button", { name: "Import the 3 good rows" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("2 wrong rows are left out");
    await dialog.getByRole("button", { name: "Import the 3 good rows" }).click();
    await expect(h1).toHaveText("3 records imported, 2 wrong rows left out");
    await page.getByRole("link", { name: "Côte Conseil" }).click();
    await expect(h1).toHaveText("Côte Conseil");
    expect(await countPartners(page)).toBe(before + 3);
  });

  await test.step("it is taken back", async () => {
    await open(page, "/settings/imports");
    await page.getByRole("link", { name: "partners.csv" }).first().click();
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByRole("dialog")).toContainText("3 records are removed");
    await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await expect(h1).toHaveText("The import was taken back");
    expect(await countPartners(page)).toBe(before);
  });

  await test.step("the mended file is read as the first was, and a second time nothing is new", async () => {
    await upload(page, "partners-mended.csv", mended);
    await expect(page.getByText("As in an earlier import of such a file")).toBeVisible();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("radio", { name: /^DD\/MM\/YYYY/ }).check();
    await page.getByRole("button", { name: "Check with these answers" }).click();
    await page.getByRole("button", { name: "Import 5 records" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Import 5 records" }).click();
    await expect(h1).toHaveText("5 records imported");

    await upload(page, "partners-again.csv", mended);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("radio", { name: /^DD\/MM\/YYYY/ }).check();
    await page.getByRole("button", { name: "Check with these answers" }).click();
    await expect(h1).toHaveText("Nothing to do: everything in the file is here already");
    expect(await countPartners(page)).toBe(before + 5);
  });
});
