import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { withGivenWords } from "@/server/given-words";

const messages = { deals: { lossReason: { price: "Price", other: "Other reason" }, title: "Deals" } };
const given = (code: string, names: Record<string, string>) => [{ path: "deals.lossReason", code, names }];
const say = (locale: string, code: string, names: Record<string, string>) => {
  const laid = withGivenWords(messages, locale, given(code, names));
  const t = createTranslator({ locale, messages: laid, onError: (error) => expect.unreachable(error.message) });
  return (t as unknown as (key: string) => string)(`deals.lossReason.${code}`);
};

test.each([
  ["de", { en: "Too dear", de: "Zu teuer" }, "Zu teuer"],
  ["de-AT", { en: "Too dear", de: "Zu teuer" }, "Zu teuer"],
  ["en-GB", { en: "Too dear", de: "Zu teuer" }, "Too dear"],
  ["fr", { en: "Too dear", de: "Zu teuer" }, "Too dear"],
  ["de", { en: "Too dear" }, "Too dear"],
  ["en", { de: "Zu teuer" }, "Zu teuer"],
  ["en", { en: "It's {n} <b>% more" }, "It's {n} <b>% more"],
  ["en", {}, "Price"],
])("[CONT-06] in %s, what is called %j is read as %s", (locale, names, words) =>
  expect(say(locale, "price", names)).toBe(words),
);

test("a word the product does not have stands beside its own, and nothing else changes", () => {
  expect(withGivenWords(messages, "en", given("moved", { en: "Moved" }))).toEqual({
    deals: { ...messages.deals, lossReason: { ...messages.deals.lossReason, moved: "Moved" } },
  });
  expect(withGivenWords(messages, "en", [])).toBe(messages);
});
