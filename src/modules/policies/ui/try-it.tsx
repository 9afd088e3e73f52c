import { useTranslations } from "next-intl";
import type { Facts, PolicyBody } from "@/kernel/policy";
import { Button } from "@/ui/button";
import type { PolicyWording } from "@/ui/policy/words";
import { typedFigure } from "../domain/figures";
import { anotherWord, fieldOf, type TrialFact } from "../domain/trial";
import { Outcome } from "./outcome";

type Side = { readonly title: string; readonly body: PolicyBody };
type Props = {
  /** The page; the case is in its address. */
  action: string;
  asked: readonly TrialFact[];
  facts: Facts;
  typed: Readonly<Record<string, string | undefined>>;
  wrong: ReadonlySet<string>;
  digits: number;
  sides: readonly Side[];
  wording: PolicyWording;
};

/** A case made up on the spot: what these rules say of it, beside those in force. A plain form: the address is the state. */
export function TryIt({ action, asked, facts, typed, wrong, digits, sides, wording }: Props) {
  const t = useTranslations("policies.try");
  return (
    <div className="grid gap-x-10 gap-y-6 pt-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <form action={action} className="grid content-start gap-3 sm:max-lg:grid-cols-2">
        <input type="hidden" name="tab" value="try" />
        {asked.map((fact) => (
          <TrialField
            key={fact.id}
            fact={fact}
            typed={typed[fieldOf(fact.id)] ?? typedFigure({ type: fact.type, value: facts[fact.id] ?? "" }, digits)}
            isWrong={wrong.has(fact.id)}
            wording={wording}
          />
        ))}
        <Button type="submit" className="mt-1 justify-self-start max-sm:h-11 max-sm:w-full sm:max-lg:col-span-2">
          {t("button")}
        </Button>
      </form>
      <div className="grid content-start gap-x-8 gap-y-8 md:grid-cols-2">
        {sides.map(({ title, body }) => (
          <Outcome
            key={title}
            title={title}
            body={body}
            facts={facts}
            wording={{ ...wording, settings: body.settings }}
          />
        ))}
      </div>
    </div>
  );
}

type FieldProps = { fact: TrialFact; typed: string; isWrong: boolean; wording: PolicyWording };

const box =
  "min-h-11 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 sm:min-h-8 max-sm:text-base aria-invalid:border-critical-solid";

function TrialField({ fact, typed, isWrong, wording }: FieldProps) {
  const t = useTranslations("policies");
  const name = fieldOf(fact.id);
  const unit =
    fact.type === "money" ? ` (${wording.currency})` : fact.type === "score" ? ` (${t("edit.unit.score")})` : "";
  const options =
    fact.type === "boolean"
      ? [
          { value: "true", label: t("edit.yes") },
          { value: "false", label: t("edit.no") },
        ]
      : fact.words?.map((word) => ({
          value: word,
          label: word === anotherWord ? t("try.other") : (wording.wordOf?.(fact.id, word) ?? word),
        }));
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block pb-0.5 text-xs text-ink-2">
        {wording.labelOf(fact.id)}
        {unit}
      </label>
      {options ? (
        <select id={name} name={name} defaultValue={typed} className={box}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={name}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${name}-error` : undefined}
          className={`${box} figures`}
        />
      )}
      {isWrong && (
        <p id={`${name}-error`} className="pt-1 text-critical-ink">
          {t("try.wrong")}
        </p>
      )}
    </div>
  );
}
