/** An import of many rows takes longer than the work of a screen: ten minutes. */
export const longWork = 10 * 60_000;
