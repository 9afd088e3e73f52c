/** Where a text that should be JSON stops being it, counted from one as an editor counts. */
export function jsonFault(text: string, error: Error): { readonly line: number; readonly column: number } {
  const at = /at position (\d+)/.exec(error.message)?.[1];
  const lines = text.slice(0, at === undefined ? text.length : Number(at)).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
