import { getTranslations } from "next-intl/server";
import { dealDecisions, useDealEvents } from "@/modules/deals/ui/deal-timeline";
import { recordAbilities } from "@/modules/records/access";
import { type RecordRef, recordKinds } from "@/modules/records/domain/record";
import { streamFilter } from "@/modules/records/domain/stream";
import { onlookers } from "@/modules/records/queries/onlookers";
import { recordStream } from "@/modules/records/queries/stream";
import { Composer } from "@/modules/records/ui/composer";
import { RecordTimeline, type RecordTimelineProps } from "@/modules/records/ui/record-timeline";
import { newId } from "@/server/ids";
import type { PageContext } from "@/server/page";
import type { Reader } from "./reader";

type Given = {
  context: PageContext;
  reader: Reader;
  record: RecordRef;
  /** The address of the record. */
  base: string;
  /** The company on the other side, which reads along where the record is shared. */
  other?: string;
};

type Beside = Omit<RecordTimelineProps, "describe">;

/** What stands beside a record of any kind, as far as its reader may see it, and where to write more. */
export async function besideRecord({ context, reader, record, base, other }: Given): Promise<Beside> {
  const { actor, tx, now, search } = context;
  const t = await getTranslations("records.composer");
  const can = recordAbilities(actor, record.kind);
  const asked = streamFilter(search.show);
  const filter = asked === "internal" && !can.readNotes ? "all" : asked;
  const page = await recordStream(tx, actor, record, { filter, after: search.after, decisions: dealDecisions, now });
  const people = await onlookers(tx, actor, record);
  const shared = recordKinds[record.kind].shared && other;
  const audience = shared ? t("bothSides", { other }) : t("vendorOnly", { vendor: reader.vendor.vendorName });
  return {
    page,
    filter,
    showsInternal: can.readNotes,
    people,
    base,
    zone: reader.zone,
    composer: can.write && (
      <Composer
        subjectKind={record.kind}
        subjectId={record.id}
        commentId={newId()}
        people={people.filter(({ personId }) => personId !== actor.personId).map(({ name }) => name)}
        canNote={can.note}
        audience={audience}
      />
    ),
  };
}

/** The timeline of a deal. */
export function DealRecordTimeline(beside: Beside) {
  return <RecordTimeline {...beside} describe={useDealEvents()} />;
}
