import { cache } from "react";
import { authPool, type Tx } from "./db";
import { firstLanguage, languagesOf, type Messages } from "./languages";

/** What the vendor calls a thing for which the product has words of its own, or none: below which messages, under which key. */
export type GivenWord = {
  readonly path: string;
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
};

/** The vendor's own words, read once per request. */
export const givenWords = cache(async (): Promise<readonly GivenWord[]> => {
  const { rows } = await authPool().query<GivenWord>("select path, code, names from identity.given_words()");
  return rows;
});

/** The same in a transaction of the worker. */
export function givenWordsIn(tx: Tx): Promise<GivenWord[]> {
  return tx.$queryRaw<GivenWord[]>`select path, code, names from identity.given_words()`;
}

/** A name is a text: what would be a placeholder or a tag in a message is none. */
const plain = (name: string) => name.replace(/'/g, "''").replace(/[{}<>]/g, "'$&'");

function laid(messages: Messages, [key = "", ...below]: readonly string[], text: string): Messages {
  const under = messages[key];
  if (below.length === 0) return { ...messages, [key]: text };
  return { ...messages, [key]: laid(typeof under === "object" ? under : {}, below, text) };
}

/** Messages with the vendor's own words in place of the product's: in the reader's language, else in the first one. */
export function withGivenWords(messages: Messages, locale: string, words: readonly GivenWord[]): Messages {
  const order = [...languagesOf(locale), firstLanguage];
  return words.reduce((done, { path, code, names }) => {
    const name = order.map((language) => names[language]).find(Boolean) ?? Object.values(names)[0];
    return name ? laid(done, [...path.split("."), code], plain(name)) : done;
  }, messages);
}
