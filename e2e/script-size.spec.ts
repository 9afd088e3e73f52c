import { expect, type Page, test } from "@playwright/test";
import { addressesOf, portals } from "./support/pages";
import { hydrated, signInAs } from "./support/session";

/** Compressed kilobytes of scripts a page asks for before anything is done with it. */
const limits = { page: 200, listOrRecord: 175 };

async function firstLoad(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address);
  const html = (await answer?.text()) ?? "";
  await hydrated(page);
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      // The entries of this kind are of this class.
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith(".js"))
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize })),
  );
  const first = scripts.filter(({ name }) => html.includes(`src="${name}"`));
  expect(first.length, `scripts of ${address}`).toBeGreaterThan(0);
  return first.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

const isForm = (address: string) => /\/(new|edit|settings|profile|company|rules\/[0-9a-f-]{36})$/.test(address);

for (const { portal, email } of portals) {
  test(`first load of the pages of ${portal} stays small`, async ({ page }) => {
    await signInAs(page, email);
    for (const address of await addressesOf(page, portal)) {
      const size = await firstLoad(page, address);
      console.log(`${address.replace(/[0-9a-f-]{36}/, "[id]")}: ${size.toFixed(0)} kB`);
      expect(size, address).toBeLessThanOrEqual(isForm(address) ? limits.page : limits.listOrRecord);
    }
  });
}
