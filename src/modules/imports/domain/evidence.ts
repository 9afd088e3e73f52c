/** A value of a file and the line its row begins on. */
export type Witness = { readonly line: number; readonly value: string };

/**
 * What a column's values say about rival ways to read them. Only values that at least one way can read count. Grows while a
 * file streams by, and is plain data, so that it can be stored with the import.
 */
export type Evidence = {
  readable: number;
  /** The first of them. */
  first: Witness | null;
  /** How many values each way can read, in the order of the ways. */
  readonly fits: number[];
  /** The first value that not every way can read. */
  misfit: Witness | null;
  /** "0,1" → the first value that ways 0 and 1 both read, and read differently. */
  readonly differs: Record<string, Witness>;
};

export type Verdict =
  /** No value can be read in any way. */
  | { readonly kind: "none" }
  | { readonly kind: "sure"; readonly way: number }
  /** These ways are possible and would mean different things; the witness shows it. */
  | { readonly kind: "ask"; readonly ways: readonly number[]; readonly witness: Witness };

export function noEvidence(ways: number): Evidence {
  return { readable: 0, first: null, fits: Array.from({ length: ways }, () => 0), misfit: null, differs: {} };
}

/** Adds one value, given as each way reads it; null is "cannot". */
export function addEvidence(evidence: Evidence, readings: readonly (string | null)[], witness: Witness): void {
  if (readings.every((reading) => reading === null)) return;
  evidence.readable += 1;
  evidence.first ??= witness;
  for (const [way, reading] of readings.entries()) {
    if (reading === null) {
      evidence.misfit ??= witness;
      continue;
    }
    evidence.fits[way] = (evidence.fits[way] ?? 0) + 1;
    for (let other = 0; other < way; other += 1) {
      const rival = readings[other] ?? null;
      if (rival !== null && rival !== reading) evidence.differs[`${other},${way}`] ??= witness;
    }
  }
}

/**
 * The one way that reads every value, or the ways a person has to choose from: several that read every value and disagree
 * about one, or none that reads them all.
 */
export function weigh(evidence: Evidence): Verdict {
  if (!evidence.first) return { kind: "none" };
  const indexes = [...evidence.fits.keys()];
  const whole = indexes.filter((way) => evidence.fits[way] === evidence.readable);
  const [first] = whole;
  if (first === undefined) {
    const some = indexes.filter((way) => (evidence.fits[way] ?? 0) > 0);
    return { kind: "ask", ways: some, witness: evidence.misfit ?? evidence.first };
  }
  const witness = whole
    .flatMap((way) => whole.map((other) => evidence.differs[`${other},${way}`]))
    .find((found) => found !== undefined);
  return witness ? { kind: "ask", ways: whole, witness } : { kind: "sure", way: first };
}
