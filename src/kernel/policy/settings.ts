import { check } from "./condition";
import type { Bounds, Facts, Override, PolicyBody, Setting } from "./language";

/** Whether an override may give a setting this value. */
export function isWithin(bounds: Bounds, value: Setting): boolean {
  if ("oneOf" in bounds) return bounds.oneOf.includes(value);
  return typeof value === "number" && value >= bounds.least && value <= bounds.most;
}

/** The settings of a case: those of the policy, with what the overrides that apply to it set, in their order. */
export function settingsFor(
  { settings, overrides = [] }: Pick<PolicyBody, "settings" | "overrides">,
  facts: Facts,
): { readonly settings: Readonly<Record<string, Setting>>; readonly applied: readonly Override[] } {
  const applied = overrides.filter(({ when }) => check(when, { facts, settings }).holds);
  return { settings: Object.assign({}, settings, ...applied.map(({ set }) => set)), applied };
}
