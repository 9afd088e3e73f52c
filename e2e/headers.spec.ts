import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { portals } from "./support/pages";
import { signInAs } from "./support/session";

type Route = { path: string; kind: string; method?: string };
// policy.json is written by the house's own check, which keeps its shape.
const routes: Route[] = JSON.parse(readFileSync("policy.json", "utf8")).routes;
const addresses = routes
  .filter(({ kind, method }) => kind === "page" || method === "GET")
  .map(({ path }) => path.replace(/\[[^\]]+\]/g, "01980000-0000-7000-8000-000000000000"));

test("[S12] every response carries the headers, whoever asks", async ({ page }) => {
  for (const { email } of [null, ...portals].map((each) => each ?? { email: null })) {
    if (email) await signInAs(page, email);
    for (const address of addresses) {
      const headers = (await page.request.get(address, { maxRedirects: 0 })).headers();
      const policy = headers["content-security-policy"] ?? "";
      const scripts = policy.split(";").find((part) => part.trim().startsWith("script-src")) ?? "";
      // What is sent as a file runs nothing at all.
      if (!policy.includes("default-src 'none'")) expect(scripts, address).toMatch(/'nonce-[\w+/=]+'/);
      expect(scripts, address).not.toContain("unsafe-inline");
      expect(policy, address).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"], address).toBe("nosniff");
      expect(headers["referrer-policy"], address).toBe("same-origin");
      expect(headers["x-powered-by"], address).toBeUndefined();
    }
    await page.context().clearCookies();
  }
});
