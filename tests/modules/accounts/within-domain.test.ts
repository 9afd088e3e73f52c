import { expect, test } from "vitest";
import { isWithinDomain } from "@/modules/accounts/domain/within-domain";

test.each([
  "acme.example",
  "www.acme.example",
  "https://shop.acme.example/x?y#z",
  "HTTP://ACME.example:8080",
  "anna@mail.acme.example",
  " acme.example. ",
])("%s lies in acme.example", (typed) => expect(isWithinDomain(typed, "acme.example")).toBe(true));

test.each(["notacme.example", "acme.example.org", "acme", "", "https://other.example/acme.example"])(
  "%s does not lie in acme.example",
  (typed) => expect(isWithinDomain(typed, "acme.example")).toBe(false),
);

test("nothing lies in a domain that is not known", () => expect(isWithinDomain("acme.example", "")).toBe(false));
