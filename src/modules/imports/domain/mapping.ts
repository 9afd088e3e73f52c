import { foldName } from "@/modules/accounts/domain/company-name";
import type { Field } from "./preset";
import { nearest } from "./proposals";

/** Field → position of its column, from 0; null where no column feeds it. */
export type Mapping = Readonly<Record<string, number | null>>;

/** A field that has to be fed and whose column nobody can know: none fits, or several do. */
export type OpenColumn = { readonly field: string; readonly columns: readonly number[] };

export type MappedColumns = {
  readonly mapping: Mapping;
  readonly open: readonly OpenColumn[];
  /** Columns that feed no field. */
  readonly unused: readonly number[];
};

/** By what files of one layout are recognised: the names of their columns in order. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(foldName).join("|");
}

/** Whether a header is a name a field is known by. */
export function knownHeader(fields: readonly Field[]): (header: string) => boolean {
  const words = new Set(fields.flatMap((field) => [field.key, ...field.words].map(foldHeader)));
  return (header) => words.has(foldHeader(header));
}

// "dealStage", "deal_stage" and "Deal stage" are one name.
function foldHeader(header: string): string {
  return foldName(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

/** The column a person named: by its header, or by its place ("#3"). Empty is "none"; undefined where there is no such column. */
export function columnNamed(headers: readonly string[], name: string): number | null | undefined {
  if (name.trim() === "") return null;
  const place = /^#(\d+)$/.exec(name.trim());
  if (place) {
    const index = Number(place[1]) - 1;
    return index >= 0 && index < headers.length ? index : undefined;
  }
  const found = headers.flatMap((header, index) => (foldHeader(header) === foldHeader(name) ? [index] : []));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Which column feeds which field: as a person said, as files of this layout were read before, or by name. A name that two columns
 * bear, or that is only like a field's, is not taken: for a required field it is asked about.
 */
export function mapColumns(
  headers: readonly string[],
  fields: readonly Field[],
  chosen: Mapping,
  remembered: Mapping,
): MappedColumns {
  const mapping: Record<string, number | null> = {};
  const open: OpenColumn[] = [];
  for (const field of fields) {
    const given = field.key in chosen ? chosen[field.key] : remembered[field.key];
    const words = new Set([field.key, ...field.words].map(foldHeader));
    const named = headers.flatMap((header, index) => (words.has(foldHeader(header)) ? [index] : []));
    const column = given !== undefined ? given : named.length === 1 ? (named[0] ?? null) : null;
    mapping[field.key] = column;
    if (column !== null || (given === null && !field.required)) continue;
    if (named.length > 1 || field.required) open.push({ field: field.key, columns: likely(headers, field, named) });
  }
  const fed = new Set(Object.values(mapping));
  return { mapping, open, unused: [...headers.keys()].filter((index) => !fed.has(index)) };
}

function likely(headers: readonly string[], field: Field, named: readonly number[]): readonly number[] {
  if (named.length > 0) return named;
  const words = [field.key, ...field.words];
  return headers.flatMap((header, index) =>
    header !== "" && nearest(header, [{ key: field.key, label: field.key, words }]).length > 0 ? [index] : [],
  );
}

/** Column names that stand more than once, with the places they stand at. */
export function repeatedHeaders(headers: readonly string[]): { readonly header: string; readonly columns: number[] }[] {
  const places = new Map<string, number[]>();
  for (const [index, header] of headers.entries()) {
    if (header === "") continue;
    places.set(foldName(header), [...(places.get(foldName(header)) ?? []), index]);
  }
  return [...places.values()]
    .filter((columns) => columns.length > 1)
    .map((columns) => ({ header: headers[columns[0] ?? 0] ?? "", columns }));
}
