import type { Failure } from "./failure";

/** What was expected to be possible: a value, or a failure that a person can read. Bugs are thrown instead. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({ ok: false, failure });
