import { describe, expect, test } from "vitest";
import { plainAmount, shownAmount } from "@/ui/form/amount";

describe("an amount as people type it", () => {
  test.each([
    ["en", "184000", "184000"],
    ["en", "184,000", "184000"],
    ["en", "184,000.50", "184000.50"],
    ["en", " 1,234,567.8 ", "1234567.8"],
    ["en", "12,5", "12.5"],
    ["en", "184000.50", "184000.50"],
    ["en", "1.234", "1.234"],
    ["en-IN", "12,34,567.50", "1234567.50"],
    ["de", "184.000", "184000"],
    ["de", "184.000,50", "184000.50"],
    ["de", "184000.50", "184000.50"],
    ["de", "1,234", "1.234"],
    ["de-CH", "184’000.50", "184000.50"],
    ["fr", "184 000,50", "184000.50"],
    ["fr", "184\u202f000,50", "184000.50"],
    ["ar-EG", "١٨٤٬٠٠٠٫٥٠", "184000.50"],
    ["en", "50,", "50"],
  ])("%s %s is %s", (locale, text, plain) => expect(plainAmount(text, locale)).toBe(plain));

  test.each(["", "about 5", "-5", "1,2,3", "18,40,00", "1.2.3,4", "€5", "5e3", ".5"])("%s is not an amount", (text) =>
    expect(plainAmount(text, "en")).toBeNull(),
  );

  test.each([
    ["en", "184000", "184,000"],
    ["en", "184000.50", "184,000.50"],
    ["de", "184000.50", "184.000,50"],
    ["en", "999999999999999.99", "999,999,999,999,999.99"],
    ["en", "about 5", "about 5"],
    ["en", "", ""],
  ])("%s shows %s as %s", (locale, plain, shown) => expect(shownAmount(plain, locale)).toBe(shown));

  test.each(["en", "de", "fr", "de-CH", "en-IN", "ar-EG", "sv"])("what %s shows is read back the same", (locale) => {
    for (const plain of ["0", "7", "12.50", "1234", "184000.50", "12345678.9"])
      expect(plainAmount(shownAmount(plain, locale), locale)).toBe(plain);
  });
});
