/** A fault of the text of a JSON file, at a place in it. */
export class JsonFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

export type Positions = ReadonlyMap<string, number>;

const key = (path: readonly (string | number)[]) => JSON.stringify(path);

/** Reads JSON and remembers where each value begins. Throws a JsonFault; a key that stands twice is one. */
export function readJson(text: string): { value: unknown; at: (path: readonly (string | number)[]) => number } {
  const positions = new Map<string, number>();
  let offset = 0;

  const fail = (message: string): never => {
    throw new JsonFault(message, offset);
  };
  const space = () => {
    while (/\s/.test(text[offset] ?? "")) offset += 1;
  };
  const expect = (mark: string) => {
    space();
    if (text[offset] !== mark) fail(`${mark} is missing here`);
    offset += 1;
  };
  const comes = (mark: string): boolean => {
    space();
    return text[offset] === mark;
  };

  function plain(pattern: RegExp): unknown {
    pattern.lastIndex = offset;
    const [match] = pattern.exec(text) ?? [];
    if (match === undefined) return fail("a value is missing here");
    try {
      const value: unknown = JSON.parse(match);
      offset += match.length;
      return value;
    } catch {
      return fail(`${match} cannot be read`);
    }
  }

  function list(path: readonly (string | number)[]): unknown[] {
    const values: unknown[] = [];
    offset += 1;
    while (!comes("]")) {
      if (values.length > 0) expect(",");
      values.push(any([...path, values.length]));
    }
    offset += 1;
    return values;
  }

  function record(path: readonly (string | number)[]): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    offset += 1;
    while (!comes("}")) {
      if (entries.size > 0) expect(",");
      space();
      const name = String(plain(strings));
      if (entries.has(name)) fail(`${name} stands twice`);
      expect(":");
      entries.set(name, any([...path, name]));
    }
    offset += 1;
    return Object.fromEntries(entries);
  }

  function any(path: readonly (string | number)[]): unknown {
    space();
    positions.set(key(path), offset);
    if (text[offset] === "{") return record(path);
    if (text[offset] === "[") return list(path);
    return plain(text[offset] === '"' ? strings : words);
  }

  const value = any([]);
  space();
  if (offset < text.length) fail("nothing is expected after the end");
  return { value, at: (path) => nearest(positions, path) };
}

const strings = /"(?:[^"\\\n]|\\.)*"/y;
const words = /[-+.\w]+/y;

/** The place of a path, or of the nearest part that is there. */
function nearest(positions: Positions, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = positions.get(key(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The path into a value that a dotted one means; parts of lists are named by their ids, and names may have dots themselves. */
export function pathTo(value: unknown, where: string): (string | number)[] {
  if (where === "" || typeof value !== "object" || value === null) return [];
  const entries: [string | number, string, unknown][] = Array.isArray(value)
    ? value.map((entry: unknown, index) => [index, idOf(entry), entry])
    : Object.entries(value).map(([name, entry]) => [name, name, entry]);
  const matches = entries.filter(([, name]) => where === name || where.startsWith(`${name}.`));
  const [found] = matches.toSorted(([, a], [, b]) => b.length - a.length);
  return found ? [found[0], ...pathTo(found[2], where.slice(found[1].length + 1))] : [];
}

function idOf(entry: unknown): string {
  return typeof entry === "object" && entry !== null && "id" in entry ? String(entry.id) : "";
}
