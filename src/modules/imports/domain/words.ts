import type { TypedRow } from "./preset";

/** A word a record is called by: what kind of name it is, and the name in lower case. None for an empty value. */
export function wordOf(kind: string, value: unknown): string[] {
  return typeof value === "string" && value !== "" ? [`${kind}:${value.toLowerCase()}`] : [];
}

/** The text of a field; empty where there is none. */
export function textOf(row: TypedRow, field: string): string {
  const value = row[field];
  return typeof value === "string" ? value : "";
}

/** A name as a code or a part of an address: lower-case letters, digits and hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
