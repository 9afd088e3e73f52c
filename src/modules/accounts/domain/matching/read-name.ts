import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";
import { foldName, withoutMarks } from "../company-name";
import { isLegalForm, withoutForm } from "./legal-form";
import { heard, soundOf } from "./sound";
import { isListed, listedByLetter, listedWorth, spelledWord, type WordKind } from "./word-kinds";

export type NameWord = {
  /** Folded: ü is ue, other scripts are written in Latin letters. */
  readonly text: string;
  /** The same with marks dropped: ü is u. */
  readonly plain: string;
  readonly heard: string;
  readonly sound: string;
  readonly hasFigure: boolean;
  readonly kind: WordKind;
  readonly weight: number;
};

/** A company's name taken apart. */
export type ReadName = {
  readonly words: readonly NameWord[];
  /** What stands behind a legal form inside the name: a place, a branch, a forename. */
  readonly aside: readonly NameWord[];
  /** The words without spaces. */
  readonly joined: string;
  readonly plain: string;
  /** Figures of the name, which no typing error makes: hall 1 is not hall 2. */
  readonly figures: string;
  readonly form: string;
};

const latin = (folded: string) => (/^[a-z0-9 ]*$/.test(folded) ? folded : anyAscii(folded).toLowerCase());
const wordsOf = (folded: string) =>
  latin(folded)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/^the (?=.)/, "")
    .split(" ")
    .filter(Boolean);

// Marks that could not be printed are written {umlaut over (n)}; a form may be glued to the word before it: "AcmeN.V.".
const legible = (typed: string) =>
  typed
    .replace(/\{[^{}()]*\((\p{L}+)\)\}/gu, "$1")
    .replace(/(\p{L}{3,})(?=\p{L}\.\s?\p{L}\.?(?:[\s,]|$))/gu, "$1 ")
    .replace(/\s*\((?:the)\)\s*$|\s*\/\s?[A-Z]{2,4}\/?\s*$/gi, "")
    .replace(/s['’`]s\b/gi, "s")
    .replace(/(\p{L}{3,})['’`](?=\p{L}{3,})/gu, "$1 ");

const roman: Readonly<Record<string, string>> = {
  ii: "2",
  iii: "3",
  iv: "4",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  xi: "11",
  xii: "12",
  xiii: "13",
};
const numerals: Readonly<Record<string, string>> = { one: "1", two: "2", three: "3", four: "4", five: "5", six: "6" };

const figured = (word: string, index: number) =>
  (index > 0 ? (roman[word] ?? numerals[word]) : undefined) ?? spelledWord(word);

/** Letters that stand alone are one word: D.S.M. is DSM, U.K. is UK. */
function lettersJoined(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters = "";
  for (const word of [...words, ""]) {
    if (/^[a-z]$/.test(word)) letters += word;
    else {
      if (letters) joined.push(letters);
      if (word) joined.push(word);
      letters = "";
    }
  }
  return joined;
}

const remembered = 50_000;

// The fewer letters, the more companies are called by them.
const ownWeight = (word: string) => (word.length === 1 ? 0.2 : word.length < 4 ? 0.65 : 1);

/** A long word that is nearly a listed one is that one with an error in it. */
function misspelled(word: string): Pick<NameWord, "kind" | "weight"> | null {
  if (word.length < 7) return null;
  const sound = soundOf(word);
  const near = listedByLetter
    .get(word.charAt(0))
    ?.find(
      (listed) =>
        Math.abs(listed.length - word.length) < 4 &&
        (distance(listed, word) <= (word.length > 9 ? 2 : 1) ||
          (soundOf(listed) === sound && sound.length > 3) ||
          (word.length > 6 && listed.length > 9 && listed.startsWith(word))),
    );
  return near ? listedWorth(near) : null;
}

const readWords = new Map<string, NameWord>();

function nameWord(text: string, plain: string): NameWord {
  const key = `${text} ${plain}`;
  const known = readWords.get(key);
  if (known) return known;
  const word = {
    text,
    plain,
    heard: heard(plain),
    sound: soundOf(plain),
    hasFigure: /\d/.test(text),
    ...(listedWorth(text) ?? misspelled(text) ?? { kind: "own" as const, weight: ownWeight(text) }),
  };
  if (readWords.size >= remembered) readWords.clear();
  readWords.set(key, word);
  return word;
}

type Parts = { readonly name: readonly string[]; readonly aside: readonly string[]; readonly form: string };

/** The words of a name. Where a part before a comma has a legal form, what follows says where the company is. */
function partsOf(folded: (text: string) => string, name: string): Parts {
  const [first = [], ...others] = name.split(",").map((part) => wordsOf(folded(part)));
  const head = withoutForm(first);
  const tail = others.filter((words) => words.length > 0);
  if (head.form === "" || tail.length === 0) return withoutForm([first, ...tail].flat());
  const places = tail.filter((words) => !isLegalForm(words)).flat();
  return { ...head, aside: [...head.aside, ...places] };
}

/** Words that were torn apart, where together they are one everybody uses: "manu facturing". */
function mended(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const word of words) {
    const before = whole.at(-1);
    if (before && !isListed(before) && !isListed(word) && before.length + word.length > 7 && isListed(before + word))
      whole.splice(-1, 1, before + word);
    else whole.push(word);
  }
  return whole;
}

/** Takes a name apart: folds and transliterates it, removes the legal form, weighs the words. Never empty for a name with a letter. */
export function readName(typed: string): ReadName {
  const name = legible(typed);
  const spelled = partsOf(foldName, name);
  const dropped = /^[ -~]*$/.test(name) ? spelled : partsOf(withoutMarks, name);
  const read = (words: readonly string[], others: readonly string[]) => {
    const plain = mended(lettersJoined(others).map(figured));
    return mended(lettersJoined(words).map(figured)).map((word, index) => nameWord(word, plain[index] ?? word));
  };
  const words = read(spelled.name, dropped.name);
  return {
    words,
    aside: read(spelled.aside, dropped.aside),
    joined: words.map((word) => word.text).join(""),
    plain: words.map((word) => word.plain).join(""),
    figures: figuresOf(words, spelled.aside),
    form: spelled.form,
  };
}

function figuresOf(words: readonly NameWord[], aside: readonly string[]): string {
  // A number behind a street's name is of an address; one right behind the legal form is of the name.
  const first = figured(aside[0] ?? "", 1);
  const all = [...words.map((word) => word.text), ...(/^\d+$/.test(first) ? [first] : [])];
  return all
    .flatMap((word) => word.match(/\d+/g) ?? [])
    .toSorted()
    .join(" ");
}
