/** The value at a share (0 to 1) of the sorted numbers, to a hundredth. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return Math.round(value * 100) / 100;
}

/** A name with one letter left out, doubled or swapped with its neighbour, by turns. */
export function oneTypo(name: string, turn: number): string {
  const at = 1 + (turn % Math.max(1, Math.min(name.length, 8) - 2));
  const letter = name.charAt(at);
  const edits = ["", letter + letter, name.charAt(at + 1) + letter];
  const edit = edits[turn % 3] ?? "";
  return name.slice(0, at) + edit + name.slice(at + (turn % 3 === 2 ? 2 : 1));
}
