/** How the bytes of a file stand for letters, and how that is known. */
export type FoundEncoding = {
  readonly encoding: string;
  /** `mark`, `zeros` and `valid` leave no doubt; `likely` is a guess from frequencies of letters, to be looked at. */
  readonly by: "mark" | "zeros" | "valid" | "likely" | "chosen";
};

const marks: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-32le", bytes: [0xff, 0xfe, 0, 0] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** The encoding named by a byte-order mark, or by the zero bytes that Latin letters have in UTF-16. */
export function encodingByBytes(head: Uint8Array): FoundEncoding | null {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (mark) return { encoding: mark.encoding, by: "mark" };
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = head.length / 2;
  if (odd > pairs / 2 && even < odd / 10) return { encoding: "utf-16le", by: "zeros" };
  if (even > pairs / 2 && odd < even / 10) return { encoding: "utf-16be", by: "zeros" };
  return null;
}

/** Watches the bytes of a whole file for what is not UTF-8. */
export function watchUtf8() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let valid = true;
  const decode = (bytes: Uint8Array, stream: boolean) => {
    try {
      if (valid) decoder.decode(bytes, { stream });
    } catch {
      valid = false;
    }
  };
  return {
    add: (bytes: Uint8Array) => decode(bytes, true),
    isValid: (): boolean => {
      decode(new Uint8Array(), false);
      return valid;
    },
  };
}

const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const searched = 4096;

/** Why a file is no text: a workbook of a spreadsheet, or anything else with zero bytes; null where it is one. */
export function whyNoText(head: Uint8Array, encoding: FoundEncoding): "workbook" | "notText" | null {
  if (workbooks.some((bytes) => bytes.every((byte, index) => head[index] === byte))) return "workbook";
  if (encoding.encoding.startsWith("utf-16") || encoding.encoding.startsWith("utf-32")) return null;
  return head.subarray(0, searched).includes(0) ? "notText" : null;
}
