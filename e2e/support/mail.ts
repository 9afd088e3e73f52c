import { expect, type Page } from "@playwright/test";
import { open } from "./session";

/** The link to a page in the newest mails of the demo's outbox to an address; the worker sends within seconds. */
export async function mailedLink(page: Page, address: string, to: "join" | "reset"): Promise<string> {
  let href: string | null = null;
  await expect(async () => {
    await open(page, `/outbox?to=${encodeURIComponent(address)}&part=text`);
    const text = await page.locator("main").innerText();
    href = new RegExp(`https?://\\S+/${to}/\\S+`).exec(text)?.[0] ?? null;
    expect(href).not.toBeNull();
  }).toPass({ timeout: 30_000 });
  const url = new URL(href ?? "");
  return url.pathname;
}
