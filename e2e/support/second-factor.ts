import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** Begins a second factor on its page; gives what makes its codes, now or so many steps of half a minute ahead. */
export async function beginSecondFactor(page: Page): Promise<(ahead?: number) => string> {
  await page.getByRole("button", { name: "Begin" }).click();
  const key = (await page.locator("main ol .figures").innerText()).replaceAll(" ", "");
  return (ahead = 0) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + ahead * 30_000 });
}
