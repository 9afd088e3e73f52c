import { isCurrency } from "@/kernel/money";
import type { Option } from "@/ui/form/fields";

/** The zones the platform knows, by their own names. */
export function zoneOptions(current: string): Option[] {
  const zones = new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** The currencies of ISO 4217 by code and name. */
export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .filter(isCurrency)
    .map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}

/** The months by name, as the first of a fiscal year. */
export function monthOptions(locale: string): Option[] {
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: name.format(new Date(Date.UTC(2026, index, 1))),
  }));
}
