// Legal forms as they are commonly written, after folding to plain letters. Source: ISO 20275 entity legal forms and their
// usual abbreviations.
const legalForms = [
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

const special: Record<string, string> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", þ: "th", ð: "d", ı: "i" };

/** Lower case, Latin letters without marks, words by single spaces. Other scripts keep their letters. */
export function foldName(name: string): string {
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

/**
 * The name by which two spellings of one company are the same: folded, without its legal form and a leading article. A name
 * that is nothing but a legal form is kept as it is, so that the result is never empty for a name with a letter in it.
 */
export function normaliseCompanyName(name: string): string {
  const folded = foldName(name);
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
