/** The types of content people may keep beside a record, each with the endings its files have. Nothing a browser would run. */
export const fileTypes: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/heic": ["heic"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "application/zip": ["zip"],
  "text/plain": ["txt", "csv", "md", "log"],
};

/** For the file dialog of a browser. */
export const acceptedEndings = Object.values(fileTypes)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");

const unsafe = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const longestName = 180;

/** A name as it can be shown and sent: without a path, without what steers a terminal or turns the direction of writing. */
export function safeName(given: string): string {
  const last = given.normalize("NFC").replace(unsafe, "").split(/[/\\]/).at(-1) ?? "";
  const name = last
    .trim()
    .replace(/^\.+/, "")
    .replace(/[. ]+$/, "");
  if (name.length <= longestName) return name;
  const ending = endingOf(name);
  return `${[...name].slice(0, longestName - ending.length - 1).join("")}.${ending}`;
}

/** The ending of a name in small letters, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Plain text, unless it is the beginning of something a browser would run or draw. */
export function isPlainText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  let text: string;
  try {
    // A character may be cut off at the end of what was looked at.
    text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    text = new TextDecoder("windows-1252").decode(head);
  }
  const markup = /<\s*(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|object|embed|img|meta|style|link|a\b)/i;
  return !markup.test(text) && !/^\s*#!/.test(text) && !/^(?:MZ|\u007fELF)/.test(text);
}

export type FileProblem = "empty" | "name" | "type" | "ending";

/** Why a file is not taken, by its name and the type of its content; null where it is. */
export function fileProblem(name: string, bytes: number, type: string | null): FileProblem | null {
  if (bytes === 0) return "empty";
  if (name === "" || endingOf(name) === "") return "name";
  const endings = type && fileTypes[type];
  if (!endings) return "type";
  return endings.includes(endingOf(name)) ? null : "ending";
}
