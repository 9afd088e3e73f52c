import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { firstLanguage, languages, type Messages, messagesIn, messagesWithFallback } from "@/server/languages";

function flatten(messages: Messages, above = ""): [key: string, message: string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${above}${key}`, value] as [string, string]] : flatten(value, `${above}${key}.`),
  );
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const parse = (message: string, language: string) => new IntlMessageFormat(message, language).getAst();

/** Every element of a message, however deep. */
function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if ("options" in element)
      return [element, ...Object.values(element.options).flatMap((option) => elementsOf(option.value))];
    return "children" in element ? [element, ...elementsOf(element.children)] : [element];
  });
}

const literal = 0;
const select = 5;
const plural = 6;
const pound = 7;
const tag = 8;

/** What the code hands to a message: its values, the words it chooses by, its tags. Order and repetition are the language's own. */
function handedTo(message: string, language: string): string[] {
  const names = elementsOf(parse(message, language)).flatMap((element) => {
    if (element.type === literal || element.type === pound) return [];
    if (element.type === tag) return [`<${element.value}>`];
    const choices = element.type === select ? `: ${Object.keys(element.options).sort().join(", ")}` : "";
    return [`{${element.value}${choices}}`];
  });
  return [...new Set(names)].sort();
}

/** The forms of a plural that the language does not have, such as "few" in German. */
function foreignForms(message: string, language: string): string[] {
  const own: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return elementsOf(parse(message, language)).flatMap((element) =>
    element.type === plural
      ? Object.keys(element.options).filter((form) => !form.startsWith("=") && !own.includes(form))
      : [],
  );
}

const english = new Map(flatten(messagesIn(firstLanguage)));
const others = languages().filter((language) => language !== firstLanguage);
/** A variant of a language that has a folder, such as en-GB, leaves out what is the same. */
const isVariant = (language: string) => languages().some((base) => language.startsWith(`${base}-`));
const complete = others.filter((language) => !isVariant(language));

test("there is English, German and British English", () => {
  expect(languages()).toEqual(expect.arrayContaining(["de", "en", "en-GB"]));
  expect(complete).toContain("de");
  expect(english.size).toBeGreaterThan(500);
});

test.each(complete)("[CONT-06] %s says everything English says", (language) => {
  const own = new Map(flatten(messagesIn(language)));
  expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
});

test.each(complete)("no sentence of %s was left in English", (language) => {
  const left = flatten(messagesIn(language)).filter(
    ([key, message]) => message === english.get(key) && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(message),
  );
  expect(left).toEqual([]);
});

describe.each(others)("[CONT-06] every message of %s", (language) => {
  const own = flatten(messagesIn(language));

  test("is one that English has", () => {
    expect(own.filter(([key]) => !english.has(key)).map(([key]) => key)).toEqual([]);
  });

  test("parses, and takes the values, choices and tags the English one takes", () => {
    const different = own.flatMap(([key, message]) => {
      const [given, wanted] = [handedTo(message, language), handedTo(english.get(key) ?? "", firstLanguage)];
      return given.join() === wanted.join() ? [] : [{ key, given, wanted }];
    });
    expect(different).toEqual([]);
  });

  test("has only plural forms of its language", () => {
    expect(own.filter(([, message]) => foreignForms(message, language).length > 0)).toEqual([]);
  });
});

const american = (text: string) => text.replace(/([Pp])rogramme/g, "$1rogram").replace(/([Cc]ol|[Ff]av)our/g, "$1or");

describe("British English", () => {
  test("differs from English in nothing but the way words are written", () => {
    const own = flatten(messagesIn("en-GB"));
    const reworded = own.filter(([key, message]) => american(message) !== english.get(key));
    expect(reworded).toEqual([]);
    expect(own.filter(([key, message]) => message === english.get(key))).toEqual([]);
  });

  test("writes no word the American way", () => {
    const left = flatten(messagesWithFallback("en-GB")).filter(([, message]) => /\bprograms?\b|color/i.test(message));
    expect(left).toEqual([]);
  });
});

test("[CONT-06] the rules of the demo program are written in German too", () => {
  const texts = registrationPolicy(15_000_000).rules.flatMap(({ id, title, because }) => [
    { text: `${id}, title`, german: title.de, english: title.en },
    { text: `${id}, because`, german: because.de, english: because.en },
  ]);
  expect(texts.filter(({ german, english }) => !german || german === english)).toEqual([]);
});
