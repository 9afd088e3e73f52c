import { addDays, daysBetween, type PlainDate } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";
import { type DealStage, type OpenStage, openStages } from "./deal";

/** What the rules grant without a person: how often, by how many days, and from which sales stage on. */
export type ExtensionTerms = { readonly times: number; readonly days: number; readonly fromStage: OpenStage };

/** An extension as it is asked for; `until` is the first day that is not protected. */
export type ExtensionAsk = {
  readonly currentUntil: PlainDate;
  readonly wantedUntil: PlainDate;
  readonly stage: DealStage;
  readonly grantedBefore: number;
};

/** Why a person looks at an extension. */
export const extensionObstacles = [
  "extension_by_person",
  "extension_times",
  "extension_days",
  "extension_stage",
] as const;
export type ExtensionObstacle = (typeof extensionObstacles)[number];

/** Nobody is protected for more than a year from today, whoever grants it. */
const longestDays = 366;

function count(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}

/** Reads the terms out of a rule set. One that says nothing about extensions leaves all of them to a person. */
export function extensionTerms({ settings }: Pick<PolicyBody, "settings">): ExtensionTerms {
  return {
    times: count(settings["extension.times"]),
    days: count(settings["extension.days"]),
    fromStage: openStages.find((stage) => stage === settings["extension.from_stage"]) ?? "qualified",
  };
}

/** Why the rules do not grant an extension by themselves, the first reason of them; null where they do. */
export function extensionObstacle(terms: ExtensionTerms, ask: ExtensionAsk): ExtensionObstacle | null {
  const reached: readonly DealStage[] = openStages.slice(openStages.indexOf(terms.fromStage));
  if (terms.times === 0 || terms.days === 0) return "extension_by_person";
  if (ask.grantedBefore >= terms.times) return "extension_times";
  if (daysBetween(ask.currentUntil, ask.wantedUntil) > terms.days) return "extension_days";
  return reached.includes(ask.stage) ? null : "extension_stage";
}

/** Through which day the rules would extend a protection by themselves today; null where they leave it to a person. */
export function grantableThrough(terms: ExtensionTerms, ask: Omit<ExtensionAsk, "wantedUntil">): PlainDate | null {
  const wantedUntil = addDays(ask.currentUntil, terms.days);
  return extensionObstacle(terms, { ...ask, wantedUntil }) ? null : addDays(wantedUntil, -1);
}

/** The day a form proposes where the rules propose none. */
export function proposedThrough(protectedThrough: PlainDate): PlainDate {
  return addDays(protectedThrough, 30);
}

/** What is wrong with a day through which somebody wants to be protected: a message key, or null. */
export function extensionDayProblem(
  currentUntil: PlainDate,
  wantedThrough: PlainDate,
  today: PlainDate,
): string | null {
  if (wantedThrough < currentUntil) return "deals.errors.extensionNotLonger";
  return wantedThrough > addDays(today, longestDays) ? "deals.errors.extensionTooLong" : null;
}
