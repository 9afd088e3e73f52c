import { type Evaluation, evaluate, type Facts, type PolicyBody } from "./policy";

/** What a stored decision was made from. */
export type DecisionBasis = { readonly facts: Facts; readonly evaluation: Evaluation };

/** Applies the stored version to the stored facts again; the same facts under the same version give the same result for ever. */
export function replay(body: PolicyBody, basis: DecisionBasis): { same: boolean; evaluation: Evaluation } {
  const evaluation = evaluate(body, basis.facts);
  return { same: canonical(evaluation) === canonical(basis.evaluation), evaluation };
}

/** JSON with sorted keys: storage may change the order of keys, never the content. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
