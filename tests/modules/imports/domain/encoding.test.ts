import { describe, expect, test } from "vitest";
import { encodingByBytes, watchUtf8 } from "@/modules/imports/domain/encoding";

const text = "name;city\nMüller;Köln\n";

describe("the encoding that bytes show", () => {
  test.each([
    ["a UTF-8 mark", [0xef, 0xbb, 0xbf, 0x61], { encoding: "utf-8", by: "mark" }],
    ["a UTF-16 mark", [0xff, 0xfe, 0x61, 0], { encoding: "utf-16le", by: "mark" }],
    ["the other UTF-16 mark", [0xfe, 0xff, 0, 0x61], { encoding: "utf-16be", by: "mark" }],
    ["a UTF-32 mark, which begins like one of UTF-16", [0xff, 0xfe, 0, 0], { encoding: "utf-32le", by: "mark" }],
    ["every second byte zero", [...Buffer.from(text, "utf16le")], { encoding: "utf-16le", by: "zeros" }],
    ["the other ones zero", [...Buffer.from(text, "utf16le").swap16()], { encoding: "utf-16be", by: "zeros" }],
    ["nothing of all that", [...Buffer.from(text)], null],
    ["no bytes", [], null],
  ])("%s", (_, bytes, expected) => expect(encodingByBytes(Uint8Array.from(bytes))).toEqual(expected));
});

describe("UTF-8", () => {
  const isValid = (bytes: Uint8Array, size: number) => {
    const watch = watchUtf8();
    for (let at = 0; at < bytes.length; at += size) watch.add(bytes.subarray(at, at + size));
    return watch.isValid();
  };

  test("is seen however the bytes arrive", () => {
    for (const size of [1, 2, 3, 100]) expect(isValid(Buffer.from(text), size)).toBe(true);
  });

  test("is not what other encodings write, nor a letter cut in half", () => {
    expect(isValid(Buffer.from(text, "latin1"), 100)).toBe(false);
    expect(isValid(Buffer.from("Kö").subarray(0, 2), 1)).toBe(false);
  });
});
