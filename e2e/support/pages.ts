import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { open } from "./session";

type Route = { path: string; kind: string };
// policy.json is written by the house's own check, which keeps its shape.
const pages = (JSON.parse(readFileSync("policy.json", "utf8")).routes as Route[])
  .filter(({ kind }) => kind === "page")
  .map(({ path }) => path);

/** Each portal with somebody who may open every page of it. */
export const portals = [
  { portal: "/portal", email: "lena.brandt@kepler-data.example" },
  { portal: "/portal/team", email: "rainer.kepler@kepler-data.example" },
  { portal: "/portal/deals/joint", email: "rainer.kepler@kepler-data.example" },
  { portal: "/channel", email: "jonas.lindqvist@northwind.example" },
  { portal: "/channel/opportunities", email: "priya.raman@northwind.example" },
  { portal: "/program", email: "ines.carvalho@northwind.example" },
  { portal: "/executive", email: "margaret.osei@northwind.example" },
  { portal: "/settings", email: "sofia.lund@northwind.example" },
];

/** The demo begins without an import, so that there is a page of one only after somebody has begun it. */
async function beginImport(page: Page): Promise<void> {
  const file = "name,country\nPage Check AG,Germny\n,Austria\n";
  const query = new URLSearchParams({
    import: randomUUID(),
    preset: "customers",
    name: "page-check.csv",
    size: String(file.length),
  });
  const address = `/settings/imports/upload?${query}`;
  const answer = await page.request.post(address, {
    data: Buffer.from(file),
    headers: { origin: new URL(page.url()).origin },
  });
  if (!answer.ok() || !(await answer.json()).ok) throw new Error(`no import could be begun: ${answer.status()}`);
}

/** The state of a deal in which its page shows the most, or exists at all. */
function telling(path: string): string {
  if (path.endsWith("/edit")) return "draft";
  return path.startsWith("/channel") ? "in_review" : "approved";
}

/** Something done with many rows: the latest there is, else one that is begun with the last row of its list. */
async function latestRun(page: Page, runs: string): Promise<string> {
  await open(page, runs.startsWith("/channel") ? "/channel/decide?view=all" : "/portal/deals?statuses=draft");
  const known = page.locator(`main a[href^="${runs}/"]`);
  if ((await known.count()) === 0) {
    await page.locator("main tbody").getByRole("checkbox").last().check();
    await page
      .getByRole("button", { name: /^(Approve|Withdraw)$/ })
      .last()
      .click();
    await page.getByRole("dialog").getByRole("button", { name: / one$/ }).click();
    await page.waitForURL(`**${runs}/*`);
    return new URL(page.url()).pathname;
  }
  return (await known.first().getAttribute("href")) ?? "";
}

/** The address of the first record a list links to; a customer has no list and is reached from a deal. */
async function firstRecord(page: Page, list: string, status: string): Promise<string> {
  if (list.endsWith("/bulk")) return latestRun(page, list);
  if (list === "/channel/customers") await open(page, await firstRecord(page, "/channel/deals", status));
  else await open(page, `${list}?statuses=${status}`);
  const link = page.locator(`main a[href^="${list}/"]`).filter({ hasNotText: /export/i });
  const hrefs = await link.evaluateAll((links) => links.map((each) => each.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => /[0-9a-f-]{36}$/.test(href));
  if (!found) throw new Error(`${list} links to no record`);
  return found;
}

/** The addresses of all pages of a portal, each record page with a record that shows much. */
export async function addressesOf(page: Page, portal: string): Promise<string[]> {
  if (portal === "/settings") await beginImport(page);
  const addresses: string[] = [];
  const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
  // A place of somebody else's within a portal is looked at by whom it is for.
  const others = portals.map((each) => each.portal).filter((other) => other !== portal && isBelow(other, portal));
  const own = pages.filter((path) => isBelow(path, portal) && !others.some((other) => isBelow(path, other)));
  for (const path of own) {
    const list = path.slice(0, path.indexOf("/["));
    addresses.push(
      path.includes("[") ? path.replace(/^.*\/\[id\]/, await firstRecord(page, list, telling(path))) : path,
    );
  }
  return addresses;
}
