import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { pseudoMessage, pseudoMessages } from "@/server/pseudo-locale";

const folder = path.resolve("messages/en");

function flatten(value: unknown, where: string): [where: string, message: string][] {
  if (typeof value === "string") return [[where, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => flatten(inner, `${where}.${key}`));
}
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const tree = Object.fromEntries(files.map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), "utf8"))]));
const messages = flatten(tree, "messages");

const withoutMarks = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");

/** How a message parses, with words without accents: equal for two messages that differ by nothing else. */
function parsed(message: string): string {
  const ast = new IntlMessageFormat(message, "en", undefined, { captureLocation: false }).getAst();
  return JSON.stringify(ast, (key, node: unknown) => {
    if (key === "location") return undefined;
    const isWords = typeof node === "object" && node !== null && "type" in node && node.type === 0 && "value" in node;
    return isWords ? { type: 0, value: withoutMarks(String(node.value)) } : node;
  });
}

/** Only the words between arguments and tags. */
const words = (message: string) => message.replace(/<[^>]*>|\{[^{}]*\}/g, "").replace(/\{.*\}/gs, "");

describe("a message in the pseudo-locale", () => {
  test.each([
    ["Approve deals", "Áppróvé déálš"],
    ["{count} deals of {name}", "{count} déálš óf {name}"],
    [
      "{count, plural, =0 {no deals} one {# deal} other {# deals}} open",
      "{count, plural, =0 {ñó déálš} one {# déál} other {# déálš}} ópéñ",
    ],
    ["{role, select, admin {an {name} admin} other {none}}", "{role, select, admin {áñ {name} ádmíñ} other {ñóñé}}"],
    ["{when, date, ::yyyyMMMd} at once", "{when, date, ::yyyyMMMd} át óñçé"],
    ["Read the <link>guide</link>", "Réád thé <link>gúídé</link>"],
    ["", ""],
  ])("%j is %j", (message, expected) => {
    expect(pseudoMessage(message)).toBe(expected);
    expect(parsed(pseudoMessage(message))).toBe(parsed(message));
  });

  test("is made of every message there is, and parses like it, arguments and tags included", () => {
    expect(messages.length).toBeGreaterThan(100);
    const changed = messages.filter(([, message]) => parsed(pseudoMessage(message)) !== parsed(message));
    expect(changed).toEqual([]);
  });

  test("differs from every message that has words", () => {
    const plain = messages.filter(
      ([, message]) => /[aeiou]/i.test(words(message)) && pseudoMessage(message) === message,
    );
    expect(plain).toEqual([]);
  });
});

test("the tree of messages keeps its keys", () => {
  expect(flatten(pseudoMessages(tree), "messages")).toEqual(
    messages.map(([where, message]) => [where, pseudoMessage(message)]),
  );
});
