import { describe, expect, test } from "vitest";
import { registrableDomain } from "@/modules/accounts/domain/website";

describe("[DEAL-04] a website is recognised by its registrable domain", () => {
  test.each([
    ["acme.com", "acme.com"],
    [" ACME.com ", "acme.com"],
    ["www.acme.com", "acme.com"],
    ["shop.eu.acme.com", "acme.com"],
    ["acme.com.", "acme.com"],
    ["acme.com/about", "acme.com"],
    ["acme.com?from=other.org", "acme.com"],
    ["acme.com#other.org", "acme.com"],
    ["https://shop.acme.co.uk/x?y=1", "acme.co.uk"],
    ["http://acme.com:8080/", "acme.com"],
    ["https://other.org@acme.com/", "acme.com"],
    ["ann@sales.acme.de", "acme.de"],
    ["müller.de", "müller.de"],
    ["ann.github.io", "ann.github.io"],
  ])("%j is %s", (typed, domain) => expect(registrableDomain(typed)).toBe(domain));

  test.each([
    "",
    "   ",
    "acme",
    "acme com",
    "localhost",
    "co.uk",
    "github.io",
    "192.168.1.1",
    "http://192.168.1.1/acme.com",
    "http://[2001:db8::1]/",
    "a..com",
    "-acme.com",
  ])("%j has none", (typed) => expect(registrableDomain(typed)).toBeNull());
});
