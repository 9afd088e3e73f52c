import type { PlainDate } from "@/kernel/dates";

/** One thing the words of a notice need, in no language: a name, a day, a moment, money, a share, or a message with a key. */
export type Param =
  | string
  | number
  | { readonly day: PlainDate }
  | { readonly at: string }
  | { readonly amount: number; readonly currency: string }
  | { readonly basisPoints: number }
  | { readonly key: string };

export type Params = Readonly<Record<string, Param>>;

/** Without what is not there. */
export function given(params: Readonly<Record<string, Param | null | undefined>>): Params {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  );
}
