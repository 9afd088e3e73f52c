import type { Evaluation, PolicyBody } from "@/kernel/policy";

/** Help with a sale that the vendor gives once a registration is approved. */
export const presalesKinds = ["solution_review", "demo", "sizing"] as const;
export type PresalesKind = (typeof presalesKinds)[number];

/** How many business days the help may take, and which it is; null where the rules bring none. */
export type Presales = { readonly kind: PresalesKind; readonly businessDays: number };

/** Reads from an evaluation, or from the answers of its tables, which help an approval brings. */
export function presalesOf(
  { outputs }: Pick<Evaluation, "outputs">,
  { settings }: Pick<PolicyBody, "settings">,
): Presales | null {
  const kind = presalesKinds.find((known) => known === outputs["support.presales"]);
  const days = settings["presales.business_days"];
  return kind && typeof days === "number" && days > 0 ? { kind, businessDays: days } : null;
}
