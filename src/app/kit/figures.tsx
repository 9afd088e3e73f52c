import { useTranslations } from "next-intl";
import { BarChart } from "@/ui/chart/bars";
import { ColumnChart } from "@/ui/chart/columns";
import { EvenColumns } from "@/ui/columns";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { Section } from "@/ui/section";

/** Figures and charts. */
export function KitFigures() {
  const t = useTranslations("kit");
  const tile = { label: t("pipeline"), figure: t("value"), href: "#", rows: t("rows") };
  const rows = [
    { label: t("dach"), value: 40, text: t("value"), href: "#" },
    { label: t("nordics"), value: 12, text: t("value"), href: "#", tone: "quiet" as const },
    { label: t("long"), value: 4, text: t("value"), href: "#", tone: "warning" as const },
  ];
  return (
    <Section title={t("figures")} spaced>
      <MetricStrip>
        <MetricTile {...tile} trend={[3, 5, 4, 8, 9, 12]} />
        <MetricTile {...tile} change={{ direction: "up", text: t("change"), tone: "positive" }} />
        <MetricTile {...tile} change={{ direction: "down", text: t("change"), tone: "critical" }} note={t("quote")} />
      </MetricStrip>
      <EvenColumns>
        <BarChart title={t("finding")} sub={t("measured")} rows={rows} reference={{ value: 30, text: t("first") }} />
        <ColumnChart
          title={t("finding")}
          sub={t("measured")}
          points={rows.slice(0, 2).map(({ label, value, text }) => ({ label, value, text }))}
          reference={{ value: 30, text: t("second") }}
        />
      </EvenColumns>
    </Section>
  );
}
