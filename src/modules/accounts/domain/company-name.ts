// Legal forms as they are commonly written, after folding to plain letters. Source: ISO 20275 entity legal forms and their
// usual abbreviations.
const legalForms = [
  "gesellschaft mit beschraenkter haftung",
  "gesellschaft mit beschrankter haftung",
  "aktiengesellschaft",
  "kommanditgesellschaft",
  "limited liability company",
  "public limited company",
  "private limited",
  "societe anonyme",
  "sociedad anonima",
  "sociedad limitada",
  "societa per azioni",
  "besloten vennootschap",
  "naamloze vennootschap",
  "incorporated",
  "corporation",
  "gmbh und co kgaa",
  "gmbh und co kg",
  "gmbh co kgaa",
  "gmbh co kg",
  "ag co kg",
  "pty ltd",
  "pte ltd",
  "pvt ltd",
  "sdn bhd",
  "sp z o o",
  "mbh",
  "gmbh",
  "kgaa",
  "company",
  "limited",
  "corp",
  "inc",
  "llc",
  "llp",
  "ltd",
  "plc",
  "pty",
  "pte",
  "pvt",
  "bhd",
  "sarl",
  "sasu",
  "srl",
  "spa",
  "sas",
  "ohg",
  "gbr",
  "aps",
  "oyj",
  "ag",
  "kg",
  "se",
  "ev",
  "eg",
  "sa",
  "sl",
  "bv",
  "nv",
  "ab",
  "as",
  "oy",
  "co",
  "kk",
] as const;

// "L.L.C." and "A/S" fold to single letters; "g m b h" is not to be cut down to "g".
const spelled = legalForms
  .flatMap((form) => (/^[a-z]{2,4}$/.test(form) ? [form, [...form].join(" ")] : [form]))
  .toSorted((left, right) => right.length - left.length);

// How German and Nordic write their letters where there are none; others drop the mark.
const spelling: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

const special: Record<string, string> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", þ: "th", ð: "d", ı: "i" };

function spellOut(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => spelling[letter] ?? letter);
}

/** Lower case, letters without their marks (ü is u), words by single spaces. */
export function withoutMarks(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæøœłđþðı]/g, (letter) => special[letter] ?? letter)
    .replace(/&/g, " and ")
    .replace(/['’`.]/g, (mark) => (mark === "." ? " " : ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Lower case, Latin letters spelled out (ü is ue) or without marks, words by single spaces. Other scripts keep their letters. */
export function foldName(name: string): string {
  return withoutMarks(spellOut(name));
}

/**
 * The name by which two spellings of one company are the same: folded, without its legal form and a leading article. A name
 * that is nothing but a legal form is kept as it is, so that the result is never empty for a name with a letter in it.
 */
export function normaliseCompanyName(name: string): string {
  return essenceOf(foldName(name));
}

/**
 * The keys by which a company is recognised: its normalised name, and the same with all marks dropped where that differs.
 * Müller is Mueller to one writer and Muller to another; Mueller and Muller are two companies until a person says otherwise.
 */
export function companyNameKeys(name: string): readonly [string, ...string[]] {
  const normalised = normaliseCompanyName(name);
  const plain = essenceOf(withoutMarks(name));
  return plain === normalised ? [normalised] : [normalised, plain];
}

function essenceOf(folded: string): string {
  const plain = folded
    .split(" ")
    .filter((word) => word !== "and")
    .join(" ");
  let words = plain.replace(/^(?:the )+(?=\S)/, "");
  for (let changed = true; changed; ) {
    changed = false;
    for (const form of spelled) {
      if (words.endsWith(` ${form}`)) {
        words = words.slice(0, -form.length - 1).trim();
        changed = true;
      }
    }
  }
  return words || plain || folded;
}

const shortest = 6;
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
const digits = (text: string) => text.replace(/\P{N}/gu, "");

/**
 * Whether two normalised names are one typo apart: a letter or space more, less or other, or two neighbours swapped. Short names
 * are too often one letter from another company, and a number is no typo: hall 1 is not hall 2.
 */
export function oneTypoApart(left: string, right: string): boolean {
  if (left === right || digits(left) !== digits(right)) return false;
  if (Math.min(count(left, /\p{L}/gu), count(right, /\p{L}/gu)) < shortest) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [mine, theirs] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  const swapped = mine.length === 2 && mine === [...theirs].reverse().join("");
  return swapped || (mine.length <= 1 && theirs.length <= 1);
}

/** How alike two normalised names are, 0 to 1: the share of common letter triples (Sørensen–Dice over trigrams). */
export function nameSimilarity(left: string, right: string): number {
  if (left === right) return left === "" ? 0 : 1;
  const a = trigrams(left);
  const b = trigrams(right);
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const part of a) if (b.has(part)) common += 1;
  return (2 * common) / (a.size + b.size);
}

function trigrams(text: string): Set<string> {
  const parts = new Set<string>();
  for (const word of text.split(" ").filter(Boolean)) {
    const padded = `  ${word} `;
    for (let index = 0; index + 3 <= padded.length; index += 1) parts.add(padded.slice(index, index + 3));
  }
  return parts;
}
