import data from "./legal-forms.json";

const forms = new Set(data.forms.split("|"));
const longest = Math.max(...[...forms].map((form) => form.split(" ").length));

// Forms that stand in front of a name as a rule, and those after which an address or a branch may follow.
const leading = new Set([..."nv bv ab oy ao oao ooo zao pao tov pt firma firm sarl gmbh aktiebolaget".split(" ")]);
const inside = new Set(
  "nv bv gmbh ag inc llc ltd limited corp corporation plc spa srl sarl kgaa kg oyj oy aps".split(" "),
);

const joined = (words: readonly string[]) => words.join(" ");
const spelledOut = (words: readonly string[]) => (words.every((word) => word.length === 1) ? words.join("") : "");
const isForm = (words: readonly string[], known: ReadonlySet<string>) =>
  known.has(joined(words)) || (words.length > 1 && known.has(spelledOut(words)));

/** Whether folded words are nothing but a legal form. */
export const isLegalForm = (words: readonly string[]): boolean =>
  isForm(words, forms) || (words.length > 1 && words.every((word) => forms.has(word)));

export type Stripped = {
  readonly name: readonly string[];
  /** What follows a legal form inside a name: a place, a branch, a forename. */
  readonly aside: readonly string[];
  readonly form: string;
};

function formAtEnd(words: readonly string[]): number {
  for (let size = Math.min(longest, words.length - 1); size > 0; size -= 1) {
    if (isForm(words.slice(-size), forms)) return size;
  }
  return 0;
}

function formAtStart(words: readonly string[]): number {
  for (let size = Math.min(longest, words.length - 1); size > 0; size -= 1) {
    const start = words.slice(0, size);
    // A form of several written-out words stands in front in many languages, a short one in few.
    const isWritten = size > 1 && start.some((word) => word.length > 5) && forms.has(joined(start));
    if (isWritten || isForm(start, leading)) return size;
  }
  return 0;
}

function formInside(words: readonly string[]): readonly [number, number] | null {
  for (let at = 1; at < words.length - 1; at += 1) {
    for (const size of [3, 2, 1]) {
      if (at + size < words.length && isForm(words.slice(at, at + size), inside)) return [at, size];
    }
  }
  return null;
}

/** Takes the legal form off folded words, wherever it stands. At least one word of the name stays. */
export function withoutForm(words: readonly string[]): Stripped {
  const start = formAtStart(words);
  let name = words.slice(start);
  const found: string[] = words.slice(0, start);
  const trim = () => {
    for (let size = formAtEnd(name); size > 0; size = formAtEnd(name)) {
      found.push(...name.slice(-size));
      name = name.slice(0, -size);
    }
  };
  trim();
  const split = formInside(name);
  if (!split) return { name, aside: [], form: joined(found) };
  const [at, size] = split;
  const aside = name.slice(at + size);
  found.push(...name.slice(at, at + size));
  name = name.slice(0, at);
  trim();
  return { name, aside, form: joined(found) };
}
