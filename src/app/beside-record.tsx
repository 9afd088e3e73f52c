import { getTranslations } from "next-intl/server";
import { addDays, dayOf } from "@/kernel/dates";
import { useAccountEvents } from "@/modules/accounts/ui/account-events";
import { dealDecisions, useDealEvents } from "@/modules/deals/ui/deal-timeline";
import { usePartnerEvents } from "@/modules/partners/ui/partner-events";
import { recordAbilities } from "@/modules/records/access";
import { type RecordRef, recordKinds } from "@/modules/records/domain/record";
import { streamFilter } from "@/modules/records/domain/stream";
import { recordFiles } from "@/modules/records/queries/files";
import { onlookers } from "@/modules/records/queries/onlookers";
import { type MoreEntries, recordStream } from "@/modules/records/queries/stream";
import { recordTasks } from "@/modules/records/queries/tasks";
import { AddTask } from "@/modules/records/ui/add-task";
import { Composer } from "@/modules/records/ui/composer";
import { FileUpload } from "@/modules/records/ui/file-upload";
import { RecordFiles } from "@/modules/records/ui/record-files";
import { RecordTasks } from "@/modules/records/ui/record-tasks";
import { RecordTimeline, type RecordTimelineProps } from "@/modules/records/ui/record-timeline";
import { env } from "@/server/env";
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
  more?: MoreEntries;
};

type Beside = Omit<RecordTimelineProps, "describe">;

/** What stands beside a record of any kind, as far as its reader may see it, and where to write more. */
export async function besideRecord({ context, reader, record, base, other, more }: Given): Promise<Beside> {
  const { actor, tx, now, search } = context;
  const t = await getTranslations("records.composer");
  const can = recordAbilities(actor, record.kind);
  const asked = streamFilter(search.show);
  const filter = asked === "internal" && !can.readNotes ? "all" : asked;
  const page = await recordStream(tx, actor, record, {
    filter,
    after: search.after,
    decisions: dealDecisions,
    now,
    more,
  });
  const people = await onlookers(tx, actor, record);
  const tasks = await recordTasks(tx, actor, record, now);
  const files = await recordFiles(tx, actor, record);
  const shared = recordKinds[record.kind].shared && other;
  const audience = shared ? t("bothSides", { other }) : t("vendorOnly", { vendor: reader.vendor.vendorName });
  return {
    page,
    filter,
    showsInternal: can.readNotes,
    people,
    base,
    zone: reader.zone,
    before: (
      <>
        <RecordTasks
          tasks={tasks}
          zone={reader.zone}
          add={
            can.write && (
              <AddTask
                subjectKind={record.kind}
                subjectId={record.id}
                taskId={newId()}
                owners={people.map(({ personId, name }) => ({ value: personId, label: name }))}
                ownerId={actor.personId}
                dueOn={addDays(dayOf(now, reader.zone), 7)}
                canNote={can.note}
                audience={audience}
              />
            )
          }
        />
        <RecordFiles files={files} zone={reader.zone}>
          {can.write && (
            <FileUpload
              subjectKind={record.kind}
              subjectId={record.id}
              canNote={can.note}
              mostMegabytes={env().FILES_MOST_MB}
              audience={audience}
            />
          )}
        </RecordFiles>
      </>
    ),
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

/** The timeline of a partner. */
export function PartnerRecordTimeline(beside: Beside) {
  return <RecordTimeline {...beside} describe={usePartnerEvents()} />;
}

/** The timeline of a customer. */
export function AccountRecordTimeline(beside: Beside) {
  return <RecordTimeline {...beside} describe={useAccountEvents()} />;
}
