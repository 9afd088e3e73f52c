import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { mayEdit } from "../domain/comment";
import type { Audience, RecordRef } from "../domain/record";
import { keyFrom, mergePage, type StreamFilter, type StreamKey } from "../domain/stream";

export type StreamEvent = {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actor: string;
  readonly actorSide: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};
export type StreamComment = {
  readonly id: string;
  readonly author: string;
  readonly audience: Audience;
  readonly body: string;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly can: { readonly edit: boolean };
};
export type StreamFile = {
  readonly versionId: string;
  readonly name: string;
  readonly by: string;
  readonly audience: Audience;
  readonly number: number;
  readonly bytes: number;
  readonly scan: string;
  readonly removed: boolean;
};
export type StreamTask = {
  readonly title: string;
  readonly audience: Audience;
  readonly owner: string;
  readonly dueOn: PlainDate;
  /** Who planned it, or who did it. */
  readonly by: string;
  readonly done: boolean;
};

/** One entry of a timeline. */
export type StreamEntry = StreamKey &
  (
    | { readonly source: "event"; readonly event: StreamEvent }
    | { readonly source: "comment"; readonly comment: StreamComment }
    | { readonly source: "file"; readonly file: StreamFile }
    | { readonly source: "task"; readonly task: StreamTask }
  );

export type StreamPage = { readonly entries: readonly StreamEntry[]; readonly next: string | null };

type Asked = {
  readonly filter: StreamFilter;
  readonly after: string | undefined;
  /** Which events are decisions, as the module of the record says. */
  readonly decisions: readonly string[];
  readonly now: Date;
  readonly size?: number;
  /** Entries of the record's own module that are no events. */
  readonly more?: MoreEntries | undefined;
};

/** What else a module has in its timeline behind an entry, newest first. */
export type MoreEntries = (after: StreamKey | null, most: number) => Promise<readonly StreamEntry[]>;

const shownOtherwise = [
  "record.commented",
  "record.commentEdited",
  "record.commentDeleted",
  "record.fileAdded",
  "record.fileRemoved",
  "record.fileRestored",
  "record.taskAdded",
  "record.taskDone",
  "record.taskReopened",
  "partner.contacted",
  "account.named",
];
const ofVendor = { in: ["vendor", "internal"] };

/** A page of everything that happened to a record and was written beside it, as far as the actor may see it; newest first. */
export async function recordStream(tx: Tx, actor: PersonActor, ref: RecordRef, asked: Asked): Promise<StreamPage> {
  const { filter, size = 30 } = asked;
  const after = keyFrom(asked.after);
  const given = { ref, after, most: size + 1 };
  const types = filter === "decisions" ? { in: [...asked.decisions] } : { notIn: shownOtherwise };
  const internal = filter === "internal";
  const withEvents = filter === "all" || filter === "decisions";
  const withComments = filter === "all" || filter === "comments" || internal;
  const withFiles = filter === "all" || filter === "files" || internal;
  const withTasks = filter === "all" || internal;
  return mergePage(
    [
      withEvents ? await eventsOf(tx, given, types) : [],
      withComments ? await commentsOf(tx, given, internal, actor, asked.now) : [],
      withFiles ? await filesOf(tx, given, internal) : [],
      withTasks ? await tasksOf(tx, given, internal, "createdAt") : [],
      withTasks ? await tasksOf(tx, given, internal, "doneAt") : [],
      filter === "all" && asked.more ? await asked.more(after, size + 1) : [],
    ],
    size,
  );
}

type Given = { readonly ref: RecordRef; readonly after: StreamKey | null; readonly most: number };
type Types = { in: string[] } | { notIn: string[] };

/** Comments, files, tasks and contacts stand for themselves: that they were written needs no second entry. */
async function eventsOf(tx: Tx, { ref, after, most }: Given, type: Types): Promise<StreamEntry[]> {
  const behind = after && [{ at: { lt: after.at } }, { at: after.at, sequence: { lt: after.order } }];
  const rows = await tx.event.findMany({
    where: { subjectId: ref.id, subjectKind: ref.kind, type, ...(behind ? { OR: behind } : {}) },
    orderBy: [{ at: "desc" }, { sequence: "desc" }],
    take: most,
    select: { id: true, at: true, type: true, actorName: true, actorSide: true, data: true, sequence: true },
  });
  return rows.map(({ sequence, actorName, data, ...row }) => ({
    source: "event",
    id: row.id,
    at: row.at,
    order: Number(sequence),
    // Event data is flat by the type of an event draft.
    event: { ...row, actor: actorName, data: data as StreamEvent["data"] },
  }));
}

/** What is no event comes after the events of its moment. */
const behindEvents = ({ at, order, id }: StreamKey) => [
  { at: { lt: at } },
  order > 0 ? { at } : { at, id: { lt: id } },
];

async function commentsOf(
  tx: Tx,
  { ref, after, most }: Given,
  internal: boolean,
  actor: PersonActor,
  now: Date,
): Promise<StreamEntry[]> {
  const rows = await tx.recordComment.findMany({
    where: {
      subjectId: ref.id,
      subjectKind: ref.kind,
      ...(internal ? { audience: ofVendor } : {}),
      ...(after ? { OR: behindEvents(after) } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map((row) => ({
    source: "comment",
    id: row.id,
    at: row.at,
    order: 0,
    comment: {
      id: row.id,
      author: row.authorName,
      // The database admits only the three.
      audience: row.audience as Audience,
      body: row.body,
      edited: row.editedAt !== null,
      deleted: row.deletedAt !== null,
      can: { edit: mayEdit(actor.personId, row, now) },
    },
  }));
}

async function filesOf(tx: Tx, { ref, after, most }: Given, internal: boolean): Promise<StreamEntry[]> {
  const rows = await tx.recordFileVersion.findMany({
    where: {
      file: { subjectId: ref.id, subjectKind: ref.kind, ...(internal ? { audience: ofVendor } : {}) },
      ...(after ? { OR: behindEvents(after) } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    include: { file: { select: { name: true, audience: true, removedAt: true } } },
  });
  return rows.map((row) => ({
    source: "file",
    id: row.id,
    at: row.at,
    order: 0,
    file: {
      versionId: row.id,
      name: row.file.name,
      by: row.uploadedByName,
      audience: row.file.audience as Audience,
      number: row.number,
      bytes: row.bytes,
      scan: row.scan,
      removed: row.file.removedAt !== null,
    },
  }));
}

/** Tasks as they were planned, or as they were done. */
async function tasksOf(
  tx: Tx,
  { ref, after, most }: Given,
  internal: boolean,
  moment: "createdAt" | "doneAt",
): Promise<StreamEntry[]> {
  const behind = after && [
    { [moment]: { lt: after.at } },
    { [moment]: after.at, ...(after.order > 0 ? {} : { id: { lt: after.id } }) },
  ];
  const rows = await tx.recordTask.findMany({
    where: {
      subjectId: ref.id,
      subjectKind: ref.kind,
      ...(internal ? { audience: ofVendor } : {}),
      ...(moment === "doneAt" ? { doneAt: { not: null } } : {}),
      ...(behind ? { AND: { OR: behind } } : {}),
    },
    orderBy: [{ [moment]: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map((row) => ({
    source: "task",
    id: row.id,
    at: row[moment] ?? row.createdAt,
    order: 0,
    task: {
      title: row.title,
      audience: row.audience as Audience,
      owner: row.ownerName,
      dueOn: toPlainDate(row.dueOn),
      by: moment === "doneAt" ? (row.doneByName ?? "") : row.createdByName,
      done: moment === "doneAt",
    },
  }));
}
