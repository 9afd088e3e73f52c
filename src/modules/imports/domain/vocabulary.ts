import { isCurrency } from "@/kernel/money";
import { foldName } from "@/modules/accounts/domain/company-name";
import { countriesIn } from "@/modules/accounts/domain/countries";
import type { Known } from "./preset";

/** The values a choice is among, by the words they are known by. */
export type Vocabulary = {
  readonly known: readonly Known[];
  /** Folded word → key; null where the word means several. */
  readonly byWord: ReadonlyMap<string, string | null>;
};

/** The words of a list of values. A key always means itself, whatever other values are called. */
export function vocabularyOf(known: readonly Known[]): Vocabulary {
  const byWord = new Map<string, string | null>();
  for (const { key, label, words = [] } of known) {
    for (const word of new Set([label, ...words].map(foldName))) {
      byWord.set(word, byWord.has(word) && byWord.get(word) !== key ? null : key);
    }
  }
  for (const { key } of known) byWord.set(foldName(key), key);
  return { known, byWord };
}

/** The value a text names; null where it names none, or several. */
export function readKnown({ byWord }: Vocabulary, text: string): string | null {
  return byWord.get(foldName(text)) ?? null;
}

const otherCountryWords: Record<string, readonly string[]> = {
  AE: ["UAE"],
  BA: ["Bosnia"],
  CD: ["DR Congo", "Democratic Republic of the Congo"],
  CI: ["Ivory Coast"],
  CZ: ["Czech Republic"],
  GB: ["UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"],
  HK: ["Hong Kong"],
  KP: ["Democratic People's Republic of Korea"],
  KR: ["Republic of Korea", "Korea, Republic of"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  NL: ["Holland", "The Netherlands"],
  RU: ["Russian Federation"],
  SZ: ["Swaziland"],
  TR: ["Turkey"],
  US: ["USA", "United States of America", "U.S.", "U.S.A."],
  VN: ["Viet Nam"],
};

/** Countries by their code and by their names in these languages. */
export function countryVocabulary(locales: readonly string[]): Vocabulary {
  const [first = "en", ...others] = locales;
  const names = others.map((locale) => new Map(countriesIn(locale).map(({ code, name }) => [code, name])));
  return vocabularyOf(
    countriesIn(first).map(({ code, name }) => ({
      key: code,
      label: name,
      words: [...names.flatMap((list) => list.get(code) ?? []), ...(otherCountryWords[code] ?? [])],
    })),
  );
}

/** Currencies by their code and by their names in these languages. */
export function currencyVocabulary(locales: readonly string[]): Vocabulary {
  const names = locales.map((locale) => new Intl.DisplayNames([locale], { type: "currency" }));
  return vocabularyOf(
    Intl.supportedValuesOf("currency")
      .filter(isCurrency)
      .map((code) => {
        const [label = code, ...words] = names.map((of) => of.of(code) ?? code);
        return { key: code, label, words };
      }),
  );
}
