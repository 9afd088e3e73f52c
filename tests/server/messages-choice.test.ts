import { describe, expect, test } from "vitest";
import { languageName, messagesIn, messagesWithFallback, preferredLanguage } from "@/server/languages";

const known = ["de", "en", "en-GB", "pt-BR"];

describe("[CONT-06] a browser that asks for", () => {
  test.each([
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en-GB,en;q=0.9", "en-GB"],
    ["en-US,en;q=0.9", "en"],
    ["EN-gb", "en-GB"],
    ["fr-CH, fr;q=0.9, en;q=0.5, de;q=0.7, *;q=0.1", "de"],
    ["en;q=0.3,de", "de"],
    ["de-Latn-DE-1996", "de"],
    ["de;q=0, en", "en"],
    [" pt-br ; q=0.5 ", "pt-BR"],
  ])("%s reads %s", (header, language) => expect(preferredLanguage(header, known)).toBe(language));

  test.each([null, "", "*", "fr", "pt", ",,;q=1", "de;q=x", "d", "../../en"])(
    "%j has to be asked otherwise",
    (header) => expect(preferredLanguage(header, known)).toBeUndefined(),
  );
});

test.each([
  ["de", "Deutsch"],
  ["en", "English"],
  ["en-GB", "UK English"],
  ["fr", "Français"],
])("%s calls itself %s", (language, name) => expect(languageName(language)).toBe(name));

describe("the messages of a variant", () => {
  const british = messagesWithFallback("en-GB");
  const english = messagesIn("en");

  test("are its own where it has some, else those of its language", () => {
    expect(british.shell).toMatchObject({ places: { rules: "Programme rules", overview: "Overview" } });
    expect(english.shell).toMatchObject({ places: { rules: "Program rules", overview: "Overview" } });
  });

  test("have every file its language has", () => {
    expect(Object.keys(british).sort()).toEqual(Object.keys(english).sort());
  });

  test("are those of the language where nobody wrote any", () => {
    expect(messagesWithFallback("de-AT")).toEqual(messagesWithFallback("de"));
    expect(messagesWithFallback("fr")).toEqual(english);
  });
});
