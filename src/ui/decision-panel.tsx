import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classes } from "@/ui/classes";
import { Icon, type IconName } from "@/ui/icon";
import { type Tone, toneInk } from "@/ui/tone";

export type RuleResult = "pass" | "review" | "ask" | "reject" | "not_applicable";

export type RuleRow = {
  id: string;
  /** What must hold, in plain words. */
  title: ReactNode;
  /** The facts that were looked at. */
  fact?: ReactNode;
  result: RuleResult;
};

export type DecisionPanelProps = {
  title: ReactNode;
  sentence: ReactNode;
  clock?: ReactNode;
  /** Rules that ask for a person first, passes after. */
  rules: RuleRow[];
  /** What a decision would bring, and the version of the rules as a link. */
  foot?: ReactNode;
  footIcon?: IconName;
  children?: ReactNode;
};

const marks: Record<RuleResult, { icon: IconName; tone: Tone }> = {
  pass: { icon: "check", tone: "positive" },
  review: { icon: "eye", tone: "warning" },
  ask: { icon: "message-circle-question-mark", tone: "warning" },
  reject: { icon: "circle-x", tone: "critical" },
  not_applicable: { icon: "circle-slash", tone: "neutral" },
};

/** The only boxed panel of a page: why, by when, rule by rule, and what a decision would bring. */
export function DecisionPanel({
  title,
  sentence,
  clock,
  rules,
  foot,
  footIcon = "shield-check",
  children,
}: DecisionPanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="overflow-clip rounded-lg border border-line-strong">
      <div className="px-4 pt-3.5 pb-3">
        <h2 id={titleId}>{title}</h2>
        <p className="mt-0.5 text-ink-2">{sentence}</p>
      </div>
      {clock && <div className="border-t border-line px-4 pt-2.5 pb-3">{clock}</div>}
      {rules.length > 0 && (
        <ul className="border-t border-line">
          {rules.map((rule) => (
            <Rule key={rule.id} {...rule} />
          ))}
        </ul>
      )}
      {children && <div className="border-t border-line px-4 py-3">{children}</div>}
      {foot && (
        <div className="flex gap-2.5 border-t border-line bg-sunken px-4 py-2.75">
          <Icon name={footIcon} className="mt-0.5 text-accent-ink" />
          <div className="min-w-0">{foot}</div>
        </div>
      )}
    </section>
  );
}

function Rule({ title, fact, result }: RuleRow) {
  const t = useTranslations("ui.rule");
  const { icon, tone } = marks[result];
  const stands = result !== "pass" && result !== "not_applicable";
  return (
    <li
      className={classes(
        "grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-0.5 border-b px-4 py-1.75 last:border-b-0 sm:grid-cols-[1rem_minmax(0,1fr)_minmax(0,1.05fr)_5.25rem]",
        (tone === "positive" || tone === "neutral") && "border-line",
        tone === "warning" && "border-warning-solid/25 bg-warning-soft",
        tone === "critical" && "border-critical-solid/25 bg-critical-soft",
      )}
    >
      <Icon name={icon} className={classes("mt-0.5", toneInk[tone])} />
      <span>{title}</span>
      <span
        className={classes(
          "max-sm:col-start-2 max-sm:row-start-2 max-sm:col-span-2",
          stands ? "text-ink" : "text-ink-2",
        )}
      >
        {fact}
      </span>
      <span className={classes("text-end", stands ? classes("font-strong", toneInk[tone]) : "text-ink-2")}>
        {t(result)}
      </span>
    </li>
  );
}
