import { useTranslations } from "next-intl";
import { Clock } from "@/ui/clock";
import { DecisionPanel, type RuleResult } from "@/ui/decision-panel";
import { type EvidenceMark, EvidenceTable } from "@/ui/evidence-table";
import { KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import { Timeline } from "@/ui/timeline";

const results: readonly RuleResult[] = ["review", "ask", "reject", "pass", "not_applicable"];
const marks: readonly EvidenceMark[] = ["same", "similar", "different", "unknown"];

/** What a record is made of. */
export function KitRecords() {
  const t = useTranslations("kit");
  const clock = (used: number, stopped = false) => (
    <Clock
      due={t("due")}
      left={t(used < 16 ? "left" : "late")}
      consequence={t("then")}
      usedMinutes={used * 60}
      totalMinutes={960}
      meterLabel={t("used", { used })}
      stopped={stopped}
    />
  );
  return (
    <Section title={t("records")} spaced>
      <div className="grid gap-4 py-3">
        {clock(4)}
        {clock(12)}
        {clock(16)}
        {clock(6, true)}
      </div>
      <DecisionPanel
        title={t("why")}
        sentence={t("quote")}
        clock={clock(11)}
        rules={results.map((result) => ({ id: result, title: t("rule"), fact: t("fact"), result }))}
        foot={t("then")}
      />
      <EvidenceTable
        title={t("found")}
        columns={{ mine: t("mine"), theirs: t("theirs") }}
        rows={marks.map((mark, index) => ({
          field: t(mark === "same" ? "name" : mark === "similar" ? "site" : mark === "different" ? "number" : "day"),
          mine: t("customer"),
          theirs: t("customer"),
          mark,
          markText: t(mark),
          points: t("points", { points: 40 - index * 10 }),
        }))}
        spaced
      />
      <div className="grid gap-8 py-4 md:grid-cols-2">
        <KeyFacts
          facts={[
            { label: t("name"), value: t("customer"), detail: t("quote") },
            { label: t("amount"), value: t("value") },
          ]}
        />
        <Timeline
          entries={[
            {
              id: "1",
              icon: "message-square",
              text: t("said", { name: t("person") }),
              time: t("when"),
              more: t("quote"),
            },
            { id: "2", icon: "shield-check", tone: "positive", text: t("rule"), time: t("when") },
            { id: "3", icon: "circle-x", tone: "critical", text: t("long"), time: t("when") },
          ]}
        />
      </div>
    </Section>
  );
}
