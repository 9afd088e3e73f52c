import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Pager } from "@/ui/pager";
import { Section } from "@/ui/section";
import { Tabs } from "@/ui/tabs";
import { Timeline, type TimelineEntry } from "@/ui/timeline";
import { type Mentionable, partsOf } from "../domain/comment";
import { type StreamFilter, streamFilters } from "../domain/stream";
import type { StreamEntry, StreamEvent, StreamPage } from "../queries/stream";
import { CommentActions } from "./comment-actions";
import { FileWords } from "./file-words";

/** How an event of the record's own module looks in a timeline. */
export type DescribeEvent = (event: StreamEvent) => Omit<TimelineEntry, "id" | "time" | "at">;

export type RecordTimelineProps = {
  page: StreamPage;
  filter: StreamFilter;
  /** Whether the reader may see what stands beside the record for the vendor only. */
  showsInternal: boolean;
  people: readonly Mentionable[];
  /** The address of the record, without what narrows the timeline. */
  base: string;
  zone: string;
  describe: DescribeEvent;
  /** What else stands beside the record, above the timeline. */
  before?: ReactNode;
  /** Where to write; absent for who only reads. */
  composer?: ReactNode;
};

/** Everything that happened to a record and was written beside it, in one stream. */
export function RecordTimeline(props: RecordTimelineProps) {
  const { page, filter, showsInternal, base, before, composer } = props;
  const t = useTranslations("records");
  const toEntry = useEntries(props);
  const filters = streamFilters.filter((each) => each !== "internal" || showsInternal);
  const address = (shown: StreamFilter) => (shown === "all" ? `${base}#timeline` : `${base}?show=${shown}#timeline`);
  const next = page.next && `${base}?${new URLSearchParams({ show: filter, after: page.next })}#timeline`;
  return (
    <>
      {before}
      <Section
        id="timeline"
        title={t("timeline")}
        aside={
          <Tabs
            label={t("filters")}
            items={filters.map((each) => ({
              href: address(each),
              label: t(`filter.${each}`),
              current: each === filter,
            }))}
          />
        }
        spaced
      >
        {composer}
        {page.entries.length === 0 ? (
          <EmptyState title={t(`empty.${filter}`)} text={t(composer ? "emptyText" : "emptyReading")} />
        ) : (
          <Timeline entries={page.entries.map(toEntry)} />
        )}
        <Pager nextHref={next ?? undefined} />
      </Section>
    </>
  );
}

function useEntries({ people, zone, describe }: RecordTimelineProps): (entry: StreamEntry) => TimelineEntry {
  const t = useTranslations("records");
  const locale = useLocale();
  return (entry) => {
    const when = { id: entry.id, time: formatDayTime(entry.at, locale, zone), at: entry.at.toISOString() };
    if (entry.source === "event") return { ...when, ...describe(entry.event) };
    const b = (chunks: ReactNode) => <b>{chunks}</b>;
    if (entry.source === "task") {
      const { task } = entry;
      const day = formatDay(task.dueOn, locale, { weekday: true });
      return {
        ...when,
        id: `${entry.id}-${task.done}`,
        icon: task.done ? "circle-check" : "calendar",
        text: (
          <>
            {t.rich(task.done ? "task.done" : "task.added", { actor: task.by, b })} {innermost(task.audience)}
          </>
        ),
        more: <span className="wrap-anywhere">{t("task.what", { title: task.title, owner: task.owner, day })}</span>,
      };
    }
    if (entry.source === "file") {
      const { file } = entry;
      const values = { actor: file.by, version: file.number, b };
      return {
        ...when,
        icon: "paperclip",
        text: (
          <>
            {t.rich(file.number === 1 ? "file.added" : "file.addedVersion", values)} {innermost(file.audience)}
          </>
        ),
        more: <FileWords file={file} />,
      };
    }
    const { comment } = entry;
    const key = comment.deleted ? "comment.deleted" : comment.edited ? "comment.edited" : "comment.wrote";
    return {
      ...when,
      icon: "message-square",
      text: (
        <>
          {t.rich(key, { actor: comment.author, b })} {innermost(comment.audience)}
        </>
      ),
      more: !comment.deleted && (
        <>
          <p className="wrap-anywhere whitespace-pre-line text-ink">
            {partsOf(comment.body, people).map(({ text, mentioned }, index) =>
              mentioned ? (
                // A text has no parts of its own that could be told apart otherwise.
                <b key={String(index)} className="text-accent-ink">
                  {text}
                </b>
              ) : (
                text
              ),
            )}
          </p>
          {comment.can.edit && <CommentActions commentId={comment.id} body={comment.body} />}
        </>
      ),
    };
  };

  function innermost(audience: string): ReactNode {
    return audience === "internal" && <Chip icon="lock">{t("internal")}</Chip>;
  }
}
