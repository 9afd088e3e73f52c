import type { Link } from "./preset";
import { wordOf } from "./words";

const required: Link["missing"] = { reason: "unknownReference", severity: "error" };

/** A link to the record that a field names, by the kinds of word it may be called by; a record nobody knows is an error. */
export function linkTo(target: string, field: string, ...kinds: readonly string[]): Link {
  return { target, field, words: (row) => kinds.flatMap((kind) => wordOf(kind, row[field])), missing: required };
}
