import type { PolicyBody } from "./language";

/** One difference between two policies. `path` names what differs: "rules.amount-within-limit.pass". */
export type Change = {
  readonly path: string;
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly before?: unknown;
  readonly after?: unknown;
};

type Json = unknown;

const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Parts of a policy that a reader takes in as one: a condition, a text, an answer. */
const wholes = new Set(["pass", "appliesWhen", "when", "title", "because", "then", "up", "down", "order", "sum"]);

/** What stands in a list under ids, as parts with names. */
function named(value: Json): Record<string, Json> | null {
  if (!Array.isArray(value)) return isRecord(value) ? value : null;
  const ids = value.map((entry) => (isRecord(entry) ? entry.id : undefined));
  return ids.every((id) => typeof id === "string") && ids.length > 0
    ? Object.fromEntries(value.map((entry) => [String(entry.id), Object.fromEntries(withoutId(entry))]))
    : null;
}

const withoutId = (entry: Record<string, Json>) => Object.entries(entry).filter(([key]) => key !== "id");

const text = (value: Json): string =>
  JSON.stringify(value, (_key, inner: Json) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

/** Ids that changed their order, where order means something. */
function moved(path: string, before: Json, after: Json): Change[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [];
  const ids = (list: readonly Json[]) => list.flatMap((entry) => (isRecord(entry) ? [String(entry.id)] : []));
  const [old, now] = [ids(before), ids(after)];
  const kept = old.filter((id) => now.includes(id));
  const stays = now.filter((id) => old.includes(id));
  return kept.join("\n") === stays.join("\n") ? [] : [{ path, kind: "moved", before: kept, after: stays }];
}

function compare(path: string, before: Json, after: Json): Change[] {
  if (before === undefined) return [{ path, kind: "added", after }];
  if (after === undefined) return [{ path, kind: "removed", before }];
  const isWhole = wholes.has(path.split(".").at(-1) ?? "");
  const [old, now] = isWhole ? [null, null] : [named(before), named(after)];
  if (!old || !now) return text(before) === text(after) ? [] : [{ path, kind: "changed", before, after }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return [
    ...keys.flatMap((key) => compare(path === "" ? key : `${path}.${key}`, old[key], now[key])),
    ...moved(path, before, after),
  ];
}

/** What turns one policy into another, by rule, row, value and setting; empty where they say the same. */
export function diff(before: PolicyBody, after: PolicyBody): Change[] {
  return compare("", before, after);
}
