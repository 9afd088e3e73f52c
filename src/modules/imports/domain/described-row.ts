import type { Preset, Problem, TypedRow } from "./preset";

/** A row with everything that follows from its values: by what it is recognised, and what it points at. Kept with the row. */
export type DescribedRow = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly identity: readonly string[];
  readonly words: readonly string[];
  /** Link → the words its record may be called by. */
  readonly links: Readonly<Record<string, readonly string[]>>;
  readonly isSound: boolean;
};

/** Puts together what is kept of a row. A row with an error is recognised by nothing, so that nothing refers to it. */
export function describeRow(
  preset: Preset,
  {
    values,
    problems,
    more = {},
  }: { values: TypedRow; problems: readonly Problem[]; more?: Readonly<Record<string, unknown>> },
): DescribedRow {
  if (problems.some(({ severity }) => severity === "error")) {
    return { values, problems, identity: [], words: [], links: {}, isSound: false };
  }
  const links = Object.entries(preset.links ?? {}).map(([name, link]) => [name, link.words(values)] as const);
  return {
    values: { ...values, ...preset.derive?.(values), ...more },
    problems,
    identity: preset.identity(values),
    words: preset.words?.(values) ?? [],
    links: Object.fromEntries(links.filter(([, words]) => words.length > 0)),
    isSound: true,
  };
}
