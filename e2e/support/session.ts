import { type Browser, expect, type Page } from "@playwright/test";
import { demoPassword } from "../../prisma/seed/personas";

/** Waits until the page answers to events: a form used before that is sent by the browser alone. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor();
}

/** Opens a page and waits until it can be used. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Signs in through the real form. */
export async function signInAs(page: Page, email: string, returnTo = "/"): Promise<void> {
  await open(page, `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  await page.getByLabel("Work e-mail").fill(email);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await hydrated(page);
}

/** A browser of their own, in which somebody is signed in. */
export async function signedIn(browser: Browser, email: string, path = "/"): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, email, path);
  return page;
}
