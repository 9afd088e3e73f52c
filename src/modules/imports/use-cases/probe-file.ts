import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { encodingByBytes, type FoundEncoding, watchUtf8, whyNoText } from "../domain/encoding";

/** What a first pass over a file tells, without keeping it. */
export type Probe = {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: FoundEncoding;
  /** The decoded beginning. */
  readonly sample: string;
  /** The sample is the whole file. */
  readonly isWhole: boolean;
  /** Why it cannot be read as text; null where it can. */
  readonly noText: ReturnType<typeof whyNoText>;
};

const headLength = 256 * 1024;
const mostTelling = 64 * 1024;
const lineFeed = 0x0a;

/** Reads a file once: its hash, its encoding, its beginning. Throws where the file cannot be read. */
export async function probeFile(path: string, chosenEncoding?: string): Promise<Probe> {
  const hash = createHash("sha256");
  const utf8 = watchUtf8();
  const head: Buffer[] = [];
  const telling: Buffer[] = [];
  let told = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    const part = Buffer.from(chunk);
    if (bytes < headLength) head.push(part);
    bytes += part.length;
    hash.update(part);
    utf8.add(part);
    for (const line of told < mostTelling ? tellingLines(part) : []) {
      telling.push(line);
      told += line.length;
    }
  }
  const beginning = Buffer.concat(head).subarray(0, headLength);
  const encoding: FoundEncoding = chosenEncoding
    ? { encoding: chosenEncoding, by: "chosen" }
    : (encodingByBytes(beginning) ??
      (utf8.isValid() ? { encoding: "utf-8", by: "valid" } : likelyEncoding(Buffer.concat(telling))));
  const decoder = iconv.getDecoder(encoding.encoding);
  return {
    bytes,
    sha256: hash.digest("hex"),
    encoding,
    sample: decoder.write(beginning).replace(/^\uFEFF/, ""),
    isWhole: bytes <= headLength,
    noText: whyNoText(beginning, encoding),
  };
}

/** Only lines with bytes beyond ASCII tell one encoding from another; all others would drown them. */
function tellingLines(part: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < part.length; ) {
    const end = part.indexOf(lineFeed, from);
    const line = part.subarray(from, end < 0 ? part.length : end + 1);
    if (line.some((byte) => byte > 0x7f)) lines.push(line);
    from += line.length;
  }
  return lines;
}

/** Whether files can be read in an encoding of this name. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

function likelyEncoding(bytes: Buffer): FoundEncoding {
  const names = analyse(bytes).map(({ name }) => name.toLowerCase());
  const likeliest = names.find((name) => !name.startsWith("utf-") && name !== "ascii" && isEncoding(name));
  // What calls itself Latin-1 is written by programs that mean Windows-1252, its superset.
  return { encoding: !likeliest || likeliest === "iso-8859-1" ? "windows-1252" : likeliest, by: "likely" };
}
