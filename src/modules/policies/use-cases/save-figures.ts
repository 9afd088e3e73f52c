import { minorDigits } from "@/kernel/money";
import type { PolicyBody } from "@/kernel/policy";
import type { Setting } from "@/kernel/policy/language";
import { err, ok, type Result } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { figuresOf, readFigure, withFigures } from "../domain/figures";
import { typesFor } from "../presets/kinds";
import type { StoredVersion } from "../repository";
import { saveFiguresInput } from "../schema";
import { keepDraft } from "./keep-draft";

/** Saves a version that is worked on with other figures: settings, bounds, answers, what follows where a rule fails. */
export const saveFigures = useCase({
  name: "policy.saveFigures",
  permission: "policy.draft",
  escalates: ["policy.save"],
  input: saveFiguresInput,
  async run(context, { figures, ...draft }) {
    const { reportingCurrency } = await installation(context.tx);
    return keepDraft(context, draft, (version) => changed(version, figures, minorDigits(reportingCurrency)));
  },
});

function changed(
  { body, kind }: StoredVersion,
  typed: Readonly<Record<string, string>>,
  digits: number,
): Result<PolicyBody> {
  const types = typesFor(kind);
  const changes = new Map<string, Setting>();
  const wrong: Record<string, string> = {};
  for (const figure of figuresOf(body, types)) {
    const text = typed[figure.path];
    if (text === undefined) continue;
    const value = readFigure(figure, text, digits);
    if (value === null) wrong[`figures.${figure.path}`] = "policies.errors.figure";
    else changes.set(figure.path, value);
  }
  return Object.keys(wrong).length > 0
    ? err({ code: "invalid", fields: wrong })
    : ok(withFigures(body, types, changes));
}
