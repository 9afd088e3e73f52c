import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { comesFromOurPages } from "@/server/origin";

beforeAll(() => {
  vi.stubEnv("APP_URL", "https://partners.example.com/app");
  vi.stubEnv("APP_DATABASE_URL", "postgres://app@localhost/entente");
  vi.stubEnv("AUTH_DATABASE_URL", "postgres://auth@localhost/entente");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const ours = "https://partners.example.com";

describe("a writing request", () => {
  test.each([
    ["of our pages", { origin: ours, "sec-fetch-site": "same-origin" }],
    ["of an old browser on our pages", { origin: ours }],
  ])("%s is let in", (_, headers) => expect(comesFromOurPages(new Headers(headers))).toBe(true));

  test.each<[string, Record<string, string>]>([
    ["without an origin", {}],
    ["with an empty origin", { origin: "" }],
    ["of a page that hides its origin", { origin: "null" }],
    ["of another site", { origin: "https://evil.example" }],
    ["of a site whose name begins like ours", { origin: "https://partners.example.com.evil.example" }],
    ["of a site below ours", { origin: "https://a.partners.example.com" }],
    ["of our host over http", { origin: "http://partners.example.com" }],
    ["of our host on another port", { origin: "https://partners.example.com:8443" }],
    ["with a path behind the origin", { origin: `${ours}/app` }],
    ["that a browser calls same-site", { origin: ours, "sec-fetch-site": "same-site" }],
    ["that a browser calls cross-site", { origin: ours, "sec-fetch-site": "cross-site" }],
    ["typed into the address bar", { origin: ours, "sec-fetch-site": "none" }],
    ["with a forged host", { origin: "https://evil.example", host: "evil.example" }],
    ["with a forged forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    [
      "without an origin and with our host",
      { host: "partners.example.com", "x-forwarded-host": "partners.example.com" },
    ],
  ])("%s is refused", (_, headers) => expect(comesFromOurPages(new Headers(headers))).toBe(false));
});
