export const shortestPassword = 12;
export const longestPassword = 200;

export type PasswordProblem = "tooShort" | "tooLong" | "guessable" | "personal";

// What people choose where twelve characters are asked for, in the languages of the product; without the digits at the end.
const wellKnown = [
  "password",
  "passwort",
  "passw0rd",
  "kennwort",
  "welcome",
  "willkommen",
  "administrator",
  "letmein",
  "changeme",
  "qwertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "iloveyou",
  "sunshine",
  "football",
  "fussball",
  "correcthorsebatterystaple",
  "trustno1",
  "superman",
  "dragon",
  "monkey",
  "master",
  "hallo",
  "hello",
  "secret",
  "geheim",
  "sommer",
  "summer",
  "winter",
  "entente",
  "partner",
  "company",
  "portal",
];

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join("")]);

/** What is left of a password when its capitals, signs and the digits around it are no help. */
const bare = (password: string) => password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** "abcabcabcabc" and "111111111111": one short piece again and again. */
function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text);
}

/** A walk over the keyboard or along the alphabet. */
function isRun(text: string): boolean {
  return text.length > 0 && runs.some((row) => row.includes(text));
}

/** Well-known words one after the other, with digits before, between or after them. */
function isWellKnown(text: string): boolean {
  const rest = wellKnown.reduce((left, word) => left.replaceAll(word, ""), text).replace(/\d+/g, "");
  return rest.length < 4 && rest.length < text.length / 3;
}

/** What is wrong with a new password, or null. `about` are words anybody could guess: name, address, organisation. */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | null {
  const length = [...password].length;
  if (length < shortestPassword) return "tooShort";
  if (length > longestPassword) return "tooLong";
  const text = bare(password);
  if (isRepeated(password) || isRepeated(text) || isRun(text) || isWellKnown(text)) return "guessable";
  const personal = about
    .flatMap((words) => words.split(/[\s@.]+/u))
    .map(bare)
    .filter((word) => word.length >= 4);
  const rest = personal.reduce((left, word) => left.replaceAll(word, ""), text).replace(/\d+/g, "");
  return rest.length < 4 && rest !== text ? "personal" : null;
}
