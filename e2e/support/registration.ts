import type { Page } from "@playwright/test";

/**
 * A customer of its own for every run, so that a second run on the same database meets no protection of the first. Journeys that
 * begin at the same moment take other letters.
 */
export function newCustomer(prefix = "Zw", letters = "abcdefghij"): { name: string; website: string } {
  const word = prefix + Array.from(String(Date.now() % 10_000_000), (digit) => letters.charAt(Number(digit))).join("");
  return { name: `${word} Turbinen AG`, website: `${word.toLowerCase()}-turbinen.example` };
}

/** Fills the form of a registration that a person has to decide. */
export async function fillRegistration(page: Page, { name, website }: ReturnType<typeof newCustomer>): Promise<void> {
  await page.getByLabel("Company").fill(name);
  await page.getByLabel("Website").fill(website);
  await page.getByLabel("Country").selectOption("DE");
  await page.getByLabel("Your contact there").fill("Erika Weiß");
  await page.getByLabel("Work e-mail of the contact").fill(`erika.weiss@${website}`);
  await page.getByLabel("Product line").selectOption({ label: "Lakehouse" });
  await page.getByLabel("Expected amount", { exact: true }).fill("190000");
  await page.getByLabel("Expected close").fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
}
