import type { Problem } from "../domain/preset";

/** What a component's translator does, as far as words of data are concerned: keys that are put together at run time. */
export type Words = {
  (key: string, params?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** A field of a file as people call it; the key itself where it has no name of its own. */
export function fieldWord(t: Words, key: string): string {
  return t.has(`field.${key}`) ? t(`field.${key}`) : key;
}

/** What is wrong, in words. */
export function reasonWord(t: Words, { reason, params }: Pick<Problem, "reason" | "params">): string {
  return t.has(`reason.${reason}`) ? t(`reason.${reason}`, { ...params }) : reason;
}

/** A reason as it holds for many rows: without the number that belongs to one of them. */
export function reasonKind(t: Words, reason: string): string {
  return t.has(`kind.${reason}`) ? t(`kind.${reason}`) : reasonWord(t, { reason });
}

/** A value among those a field may have, in the reader's language. */
export function choiceWord(
  t: Words,
  locale: string,
  among: string | undefined,
  { key, label }: { readonly key: string; readonly label: string },
): string {
  if (among === "country") return new Intl.DisplayNames([locale], { type: "region" }).of(key) ?? label;
  if (among === "currency") return `${key}, ${new Intl.DisplayNames([locale], { type: "currency" }).of(key) ?? label}`;
  const isWorded = among === undefined || among === "loss_reason";
  return isWorded && t.has(`choice.${key}`) ? t(`choice.${key}`) : label;
}

/** Texts one after the other, as a language joins them. */
export function listed(locale: string, texts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(texts);
}
