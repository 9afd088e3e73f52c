import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterChips } from "@/ui/filter-chips";
import { Pager } from "@/ui/pager";
import { SearchForm } from "@/ui/search-form";
import { Section } from "@/ui/section";
import { TaskList } from "@/ui/task-list";

/** Lists, with rows and without. */
export function KitLists() {
  const t = useTranslations("kit");
  const columns = [
    { id: "name", header: t("name"), main: true, sort: { href: "#", direction: "ascending" as const } },
    { id: "number", header: t("number"), oneLine: true, hide: "phone" as const },
    { id: "amount", header: t("amount"), align: "end" as const },
  ];
  const row = (id: string, name: string, tone?: "warning" | "critical") => ({
    id,
    href: `#${id}`,
    label: name,
    cells: { name, number: t("theirs"), amount: t("value") },
    tone,
  });
  return (
    <Section title={t("lists")} spaced>
      <div className="flex flex-wrap items-center gap-4 py-3">
        <SearchForm action="/kit" label={t("search")} button={t("open")} words={undefined} />
        <FilterChips
          chips={[{ label: t("filter"), value: t("late"), removeHref: "#no-filter", removeLabel: t("remove") }]}
        />
      </div>
      <DataTable
        label={t("lists")}
        columns={columns}
        rows={[row("a", t("customer")), row("b", t("long"), "warning"), row("c", t("person"), "critical")]}
        empty={null}
      />
      <Pager firstHref="#first" nextHref="#next" />
      <EmptyState title={t("nothing")} text={t("nothingText")} action={<LinkButton href="#">{t("open")}</LinkButton>} />
      <TaskList
        tasks={[
          {
            id: "1",
            icon: "scale",
            title: t("customer"),
            detail: t("quote"),
            due: t("due"),
            left: t("left"),
            action: { href: "#", label: t("open") },
          },
          {
            id: "2",
            icon: "calendar",
            title: t("long"),
            detail: t("quote"),
            due: t("due"),
            left: t("late"),
            tone: "critical",
            action: { href: "#", label: t("open") },
          },
        ]}
      />
    </Section>
  );
}
