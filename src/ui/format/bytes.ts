const units = ["kilobyte", "megabyte", "gigabyte"] as const;

/** A size as people read it: "1 kB", "12 kB", "3.4 MB"; nothing is smaller than one kilobyte. */
export function formatBytes(bytes: number, locale: string): string {
  const kilobytes = Math.max(1, bytes / 1000);
  const step = Math.min(units.length - 1, Math.floor(Math.log10(kilobytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step],
    unitDisplay: "short",
    maximumFractionDigits: step > 0 ? 1 : 0,
  }).format(kilobytes / 1000 ** step);
}
