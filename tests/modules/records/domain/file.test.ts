import { describe, expect, test } from "vitest";
import { acceptedEndings, fileProblem, isPlainText, safeName } from "@/modules/records/domain/file";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("[S9] the name of an upload", () => {
  test.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\lena\\offer.pdf", "offer.pdf"],
    ["offer\u202efdp.exe.pdf", "offerfdp.exe.pdf"],
    ["\u2066הצעה.pdf\u2069", "הצעה.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"],
    ["  .htaccess ", "htaccess"],
    ["plan.pdf. . ", "plan.pdf"],
    ["über Größe.docx", "über Größe.docx"],
    ["/", ""],
    ["...", ""],
  ])("%j is kept as %j", (given, kept) => expect(safeName(given)).toBe(kept));

  test("is cut where it is too long, and keeps its ending", () => {
    const name = safeName(`${"x".repeat(400)}.pdf`);
    expect(name).toHaveLength(180);
    expect(name.endsWith(".pdf")).toBe(true);
  });
});

describe("[S9] the content of an upload", () => {
  test.each([
    ["an HTML page", "<!DOCTYPE html><html><body onload=alert(1)>"],
    ["a page behind blank lines and a mark", "\ufeff \n\n<HTML>"],
    ["a drawing with a script in it", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["a drawing behind its declaration", '<?xml version="1.0"?><svg/>'],
    ["markup in the midst of text", "name,amount\n<script src=//x>,1"],
    ["a shell script", "#!/bin/sh\nrm -rf /"],
    ["a program", "MZ\u0090"],
    ["zero bytes in it", "text\0text"],
  ])("that is %s is no text", (_what, content) => expect(isPlainText(bytes(content))).toBe(false));

  test.each([
    ["a list", "name,amount\nBergfeld <b@x.example>,3 < 4"],
    ["Greek", "Καλημέρα"],
    ["nothing", ""],
  ])("that is %s is text", (_what, content) => expect(isPlainText(bytes(content))).toBe(true));

  test("in an old encoding is text", () => expect(isPlainText(Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65))).toBe(true));
});

test.each([
  ["offer.pdf", 10, "application/pdf", null],
  ["OFFER.PDF", 10, "application/pdf", null],
  ["photo.jpeg", 10, "image/jpeg", null],
  ["offer.pdf", 0, "application/pdf", "empty"],
  ["offer", 10, "application/pdf", "name"],
  ["", 10, "application/pdf", "name"],
  ["page.png", 10, null, "type"],
  ["page.html", 10, "text/html", "type"],
  ["drawing.svg", 10, "application/xml", "type"],
  ["tool.exe", 10, "application/x-msdownload", "type"],
  ["picture.html", 10, "image/png", "ending"],
  ["list.html", 10, "text/plain", "ending"],
  ["drawing.svg", 10, "text/plain", "ending"],
] as const)("[S9] %s of %i bytes that is %s: %s", (name, size, type, problem) =>
  expect(fileProblem(name, size, type)).toBe(problem),
);

test("nothing a browser runs is among what is offered", () => {
  for (const ending of [".html", ".htm", ".svg", ".xml", ".js", ".xhtml"])
    expect(acceptedEndings.split(",")).not.toContain(ending);
});
