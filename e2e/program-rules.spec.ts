import { expect, test } from "@playwright/test";
import { hydrated, open, signedIn } from "./support/session";

const ines = "ines.carvalho@northwind.example";
const tomasz = "tomasz.nowak@northwind.example";
const lena = "lena.brandt@kepler-data.example";

test("[DEAL-07] [DEAL-11] [COMM-08] [PRED-08] [GOVR-08] a change of the rules is tried out, refused while it is faulty, published by a second person and read by a partner", async ({
  browser,
}) => {
  const as = (email: string, place: string) => signedIn(browser, email, place);

  const owner = await as(ines, "/program/rules");
  await owner.getByRole("button", { name: /Draft the next version|Go on with the draft/ }).click();
  await expect(owner).toHaveURL(/\/program\/rules\/[0-9a-f-]{36}$/);
  const version = new URL(owner.url()).pathname;
  const title = await owner.getByRole("heading", { level: 1 }).innerText();

  // A lower limit: how many decided registrations would have come out otherwise, and each opens its case.
  await open(owner, `${version}?tab=edit`);
  await owner.getByRole("textbox", { name: "Auto-approval limit", exact: true }).fill("50000");
  await owner.getByLabel("What changes, for those it concerns").fill("Deals above 50,000 are looked at by a person.");
  await owner.getByRole("button", { name: "Save the draft" }).click();
  await expect(owner.getByText(/[\d,]+ of [\d,]+ decided registrations would be decided differently/)).toBeVisible();
  await open(owner, `${version}?tab=dry`);
  await expect(owner.getByText("approved at once → a person decides").first()).toBeVisible();
  const flipped = owner.locator("main li").filter({ hasText: "a person decides" }).getByRole("link").first();
  const customer = (await flipped.innerText()).replace(/^\S+ /, "");
  await flipped.click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(customer);

  // A text that is none is refused, and is still there to be put right.
  await open(owner, `${version}?tab=text`);
  const text = owner.getByLabel("Rules as text");
  const fine = await text.inputValue();
  expect(fine.match(/"setting": "auto_approval.limit"/g)).toHaveLength(1);
  const broken = fine.slice(0, -1);
  await text.fill(broken);
  await owner.getByRole("button", { name: "Save this text" }).click();
  await expect(owner.getByText("The text stops being JSON in line")).toBeVisible();
  await expect(text).toHaveValue(broken);

  // A rule that names a setting that is not there is kept, but goes no further; lint says what is wrong and what to do.
  const faulty = fine.replace('"setting": "auto_approval.limit"', '"setting": "auto_approval.ceiling"');
  await text.fill(faulty);
  await owner.getByRole("button", { name: "Save this text" }).click();
  await expect(owner.getByText("Put one fault right before this draft can be checked.")).toBeVisible();
  await open(owner, version);
  await expect(owner.getByText("There is no setting Auto approval ceiling.")).toBeVisible();
  await expect(owner.getByText("Add the setting, or write the value out.")).toBeVisible();
  await expect(owner.getByRole("button", { name: "Check the draft" })).toHaveCount(0);
  await open(owner, `${version}?tab=text`);
  expect(JSON.parse(await text.inputValue())).toEqual(JSON.parse(faulty));
  await text.fill(fine);
  await owner.getByRole("button", { name: "Save this text" }).click();
  await expect(owner.getByText("decided registrations would be decided differently")).toBeVisible();

  await open(owner, version);
  await owner.getByRole("button", { name: "Check the draft" }).click();
  await expect(owner.getByText("Another program owner publishes what you drafted.")).toBeVisible();
  await expect(owner.getByRole("button", { name: "Publish…" })).toHaveCount(0);

  // The second person cannot hurry it either.
  const second = await as(tomasz, version);
  await second.getByRole("button", { name: "Publish…" }).click();
  const dialog = second.getByRole("dialog");
  const day = dialog.getByLabel("In force from");
  const earliest = await day.inputValue();
  const before = new Date(Date.parse(earliest) - 86_400_000).toISOString().slice(0, 10);
  await day.fill(before);
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(dialog.getByText("That is before the notice has passed.").first()).toBeVisible();
  await expect(day).toHaveValue(before);
  await day.fill(earliest);
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(dialog).toBeHidden();
  await expect(second.getByText("Scheduled").first()).toBeVisible();
  await expect(second.getByText(/Takes effect on/)).toBeVisible();

  const partner = await as(lena, "/portal/inbox");
  await expect(async () => {
    await partner.reload();
    await expect(partner.getByText(/New program rules from/).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await open(partner, "/portal/rules");
  await expect(partner.getByText("Deals above 50,000 are looked at by a person.")).toBeVisible();
  await partner.getByText("What changes", { exact: true }).click();
  await expect(partner.getByText("€50,000").first()).toBeVisible();
  await hydrated(partner);
  await partner.getByRole("button", { name: /I have read version \d+/ }).click();
  await expect(partner.getByText(/You acknowledged this version on/).first()).toBeVisible();

  await open(owner, "/program/rules");
  const line = owner.locator("main li").filter({ has: owner.getByRole("link", { name: title }) });
  await expect(line).toContainText("Acknowledged by 1");
  await expect(line).toContainText("Scheduled");
});
