import { type Place, places } from "./places";

export type SeedCustomer = {
  readonly name: string;
  readonly website: string;
  readonly contact: string;
  readonly email: string;
};

/** A word as it is written, and in Latin letters where it stands as "東海=tokai". */
export function spelling(word: string): { readonly text: string; readonly latin: string } {
  const [text = "", latin = text] = word.split("=");
  return { text, latin };
}

function placeOf(country: string): Place {
  const place = places[country];
  if (!place) throw new Error(`no company names are known for ${country}`);
  return place;
}

/** The n-th customer of a country; the same number always gives the same company, two numbers below 36 never the same name. */
export function customerOf(country: string, index: number): SeedCustomer {
  const place = placeOf(country);
  const pick = (list: readonly string[], at: number) => spelling(list[at % list.length] ?? "");
  const column = index % place.stems.length;
  const stem = pick(place.stems, column);
  const trade = pick(place.trades, column + Math.floor(index / place.stems.length));
  const form = pick(place.forms, index);
  const first = pick(place.first, index);
  const last = pick(place.last, index + Math.floor(index / place.first.length));
  const website = `${plain(`${stem.latin}-${trade.latin}`)}.example`;
  // In Japan the family name comes first, and the form leads the name of a company.
  const isJapanese = country === "JP";
  return {
    name: isJapanese ? `${form.text}${stem.text}${trade.text}` : `${stem.text} ${trade.text} ${form.text}`,
    website,
    contact: isJapanese ? `${last.text} ${first.text}` : `${first.text} ${last.text}`,
    email: `${plain(`${first.latin}-${last.latin}`).replaceAll("-", ".")}@${website}`,
  };
}

const plainLetters: Record<string, string> = { ø: "o", æ: "ae", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Lower case letters and hyphens, as they stand in a domain. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
