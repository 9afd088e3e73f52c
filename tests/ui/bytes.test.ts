import { expect, test } from "vitest";
import { formatBytes } from "@/ui/format/bytes";

test.each([
  [1, "1 kB"],
  [999, "1 kB"],
  [12_400, "12 kB"],
  [3_440_000, "3.4 MB"],
  [25_000_000, "25 MB"],
  [2_000_000_000, "2 GB"],
])("%i bytes are %s", (bytes, text) => expect(formatBytes(bytes, "en")).toBe(text));

test("the unit follows the language", () => expect(formatBytes(3_440_000, "de")).toBe("3,4 MB"));
