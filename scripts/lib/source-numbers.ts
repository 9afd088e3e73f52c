import { countLines } from "./source-names";
import { type Source, walk } from "./source-syntax";

/** Escapes from the type checker in one file. */
export type Escapes = { readonly any: number; readonly casts: number };

/** Counts `any` and casts (`as X`, `<X>y`, `x!`); `as const` is no cast. */
export function escapesOf(source: Source): Escapes {
  let any = 0;
  let casts = 0;
  walk(source.body, (node) => {
    if (node.type === "TsKeywordType" && node.kind === "any") any += 1;
    if (node.type === "TsAsExpression" || node.type === "TsTypeAssertion" || node.type === "TsNonNullExpression")
      casts += 1;
  });
  return { any, casts };
}

/** The value at a share (0 to 1) of the sorted numbers, nearest rank; 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** A stretch of at least six lines that stands in two places. Lines are counted from one. */
export type Repeat = { readonly first: string; readonly second: string; readonly lines: number };

const windowLength = 6;
type Line = { readonly text: string; readonly number: number };

/**
 * Runs of six or more equal lines, in one file or in two. Blank lines, imports and lines without a letter do not count;
 * overlapping windows of the same pair of places are one run.
 */
export function repeatedRuns(sources: readonly Source[]): Repeat[] {
  const places = new Map<string, { file: number; at: number }[]>();
  const files = sources.map(meaningfulLines);
  for (const [file, lines] of files.entries()) {
    for (let at = 0; at + windowLength <= lines.length; at += 1) {
      const key = lines
        .slice(at, at + windowLength)
        .map((line) => line.text)
        .join("\n");
      const known = places.get(key);
      if (known) known.push({ file, at });
      else places.set(key, [{ file, at }]);
    }
  }
  const runs = new Map<string, { first: [number, number]; second: [number, number]; windows: number }>();
  for (const found of places.values()) {
    // Compare each place with the first one only: ten copies are nine repeats, not forty-five.
    const [origin, ...copies] = found;
    for (const copy of origin ? copies : []) {
      if (!origin || (origin.file === copy.file && copy.at - origin.at < windowLength)) continue;
      const diagonal = (offset: number) => `${origin.file} ${origin.at + offset} ${copy.file} ${copy.at + offset}`;
      const before = runs.get(diagonal(-1));
      if (before) {
        runs.delete(diagonal(-1));
        runs.set(diagonal(0), { ...before, windows: before.windows + 1 });
      } else runs.set(diagonal(0), { first: [origin.file, origin.at], second: [copy.file, copy.at], windows: 1 });
    }
  }
  const place = ([file, at]: [number, number]) => `${sources[file]?.path}:${files[file]?.[at]?.number}`;
  return [...runs.values()]
    .map((run) => ({ first: place(run.first), second: place(run.second), lines: run.windows + windowLength - 1 }))
    .sort((a, b) => b.lines - a.lines || (a.first < b.first ? -1 : 1));
}

function meaningfulLines(source: Source): Line[] {
  const imports = importLines(source);
  return source.text
    .split("\n")
    .map((text, index) => ({ text: text.trim().replace(/\s+/g, " "), number: index + 1 }))
    .filter((line) => /[A-Za-z]/.test(line.text) && !imports.has(line.number));
}

function importLines(source: Source): Set<number> {
  const numbers = new Set<number>();
  let inside = false;
  for (const [index, line] of source.text.split("\n").entries()) {
    if (/^import[\s{"]/.test(line)) inside = true;
    if (inside) numbers.add(index + 1);
    if (inside && /["'];?\s*$/.test(line)) inside = false;
  }
  return numbers;
}

/** Lines per module (`src/modules/deals`) or per other folder of the second level (`src/kernel`). */
export function sizesByFolder(sources: readonly Source[]): { folder: string; files: number; lines: number }[] {
  const sizes = new Map<string, { folder: string; files: number; lines: number }>();
  for (const { path, text } of sources) {
    const parts = path.split("/");
    const depth = parts[1] === "modules" ? 3 : parts[0] === "src" && parts.length > 2 ? 2 : 1;
    const folder = parts.slice(0, depth).join("/");
    const size = sizes.get(folder) ?? { folder, files: 0, lines: 0 };
    sizes.set(folder, { folder, files: size.files + 1, lines: size.lines + countLines(text) });
  }
  return [...sizes.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Whether the code of a test lies at this path. */
export function isTestPath(path: string): boolean {
  return /^(tests|e2e)\//.test(path);
}
