import { expect, test } from "@playwright/test";
import { demoPassword } from "../prisma/seed/personas";
import { beginSecondFactor } from "./support/second-factor";
import { hydrated, open, signInAs } from "./support/session";

// Nobody of the other journeys signs in as her.
const email = "sanne.de.vries@northwind.example";

test("[S6] a second factor is set up, asked for at the sign-in, and a recovery code opens once", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, email, "/channel/profile");
  await page.getByRole("link", { name: "Set up a second factor" }).click();
  const code = await beginSecondFactor(page);
  await expect(page.getByRole("img", { name: "QR code for the app" })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("wrong or was used").first()).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(code());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const kept = page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem");
  await expect(kept).toHaveCount(10);
  const codes = await kept.allInnerTexts();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(/\/channel\/profile/);

  const elsewhere = await (await browser.newContext()).newPage();
  const enter = async (given: string) => {
    await open(elsewhere, "/sign-in?returnTo=/channel/profile");
    await elsewhere.getByLabel("Work e-mail").fill(email);
    await elsewhere.getByLabel("Password").fill(demoPassword);
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
    await elsewhere.getByLabel("Code", { exact: true }).fill(given);
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await enter("123456");
  await expect(elsewhere.locator("form").getByRole("alert")).toContainText("wrong or was used");
  await enter(codes[0] ?? "");
  await expect(elsewhere).toHaveURL(/\/channel\/profile/);
  await hydrated(elsewhere);
  await expect(elsewhere.getByText("9 recovery codes are left")).toBeVisible();
  await elsewhere.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(elsewhere.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await page.goto("/channel/profile");
  await expect(page).toHaveURL(/\/sign-in/);

  await elsewhere.getByRole("button", { name: "Turn it off" }).click();
  await elsewhere.getByRole("dialog").getByRole("button", { name: "Turn it off" }).click();
  await expect(elsewhere.getByRole("link", { name: "Set up a second factor" })).toBeVisible();
});
