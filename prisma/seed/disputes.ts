import type pg from "pg";
import type { DisputeOutcome } from "@/modules/deals/domain/reasons";
import { assignDispute } from "@/modules/deals/use-cases/assign-dispute";
import { decideDispute } from "@/modules/deals/use-cases/decide-dispute";
import { openDispute } from "@/modules/deals/use-cases/open-dispute";
import { idsOf } from "./ids";
import { act, fireDueClocks } from "./live";
import { dayAt, workingDaysBefore, workingMoment } from "./moments";
import type { Cast } from "./people";

type Scene = { readonly db: pg.Client; readonly cast: Cast; readonly now: Date };
type Rejected = { readonly id: string; readonly seller: string };
type Judged = {
  readonly outcome: DisputeOutcome;
  readonly reason: string;
  readonly note: string;
  readonly daysAgo: number;
};
type Story = {
  readonly statement: string;
  readonly daysAgo: number;
  readonly judged?: Judged;
  readonly given?: string;
};

/** For the newest rejections by people, in their order. */
const stories: readonly Story[] = [
  {
    statement: "The contact was named in our answer of the same day; it is the head of purchasing, and we spoke twice.",
    daysAgo: 1,
    given: "Ines Carvalho",
  },
  {
    statement: "The tender names a budget and a date. We can show it, and we were never asked for it.",
    daysAgo: 7,
  },
  {
    statement: "The missing sheet was attached as a second file. It may have been overlooked.",
    daysAgo: 16,
    judged: {
      outcome: "overturned",
      reason: "wrong_facts",
      note: "The sheet was there. Sorry for the time this took you.",
      daysAgo: 13,
    },
  },
  {
    statement: "They have been our customer for service since 2022, and we brought this project up ourselves.",
    daysAgo: 24,
    judged: {
      outcome: "upheld",
      reason: "nothing_new",
      note: "Service counts for a service registration. For this product line nobody there has confirmed a project yet; register it again when they do.",
      daysAgo: 21,
    },
  },
  {
    statement: "The project was split in two after our talk with you, and only the second half was looked at.",
    daysAgo: 31,
    judged: {
      outcome: "overturned",
      reason: "new_evidence",
      note: "The minutes you attached show both halves. Approved for the first one.",
      daysAgo: 28,
    },
  },
];

/** Rejections that partners disputed: some wait, one of them too long, and some were judged. */
export async function tellDisputes({ db, cast, now }: Scene): Promise<void> {
  const live = { newId: idsOf("disputes") };
  const day = (before: number, hour: number) => workingMoment(workingDaysBefore(dayAt(now), before), hour, 20);
  for (const [index, deal] of (await rejections(db)).entries()) {
    const { statement, daysAgo, judged, given } = stories[index] ?? {};
    if (!statement || daysAgo === undefined) return;
    const about = { dealId: deal.id };
    const seller = cast.actorOf(deal.seller);
    const version = () => versionOf(db, deal.id);
    await act(live, seller, openDispute, { ...about, version: await version(), statement }, day(daysAgo, 11));
    const judge = await judgeOf(db, deal.id);
    const to = given && cast.actorOf(given);
    if (to && to.personId !== judge.id) {
      const handed = { ...about, fromId: judge.id, ownerId: to.personId };
      await act(live, cast.actorOf("Ines Carvalho"), assignDispute, handed, day(daysAgo, 12));
    }
    if (!judged) continue;
    const { daysAgo: judgedAgo, ...decision } = judged;
    const input = { ...about, version: await version(), ...decision };
    await act(live, cast.actorOf(judge.name), decideDispute, input, day(judgedAgo, 15));
  }
  await fireDueClocks(live, now);
}

/** The newest rejections by a person for a reason one can argue about. */
async function rejections(db: pg.Client): Promise<Rejected[]> {
  const { rows } = await db.query<Rejected>(
    `select d.id, o.name as seller from deal d join person o on o.id = d.owner_id
     where d.status = 'rejected' and exists (
       select 1 from decision x where x.subject_id = d.id and x.outcome = 'rejected' and x.decider_id is not null
         and x.reason_code in ('incomplete', 'not_qualified'))
     order by d.decided_at desc, d.id limit $1`,
    [stories.length],
  );
  return rows;
}

async function versionOf(db: pg.Client, dealId: string): Promise<number> {
  const { rows } = await db.query<{ version: number }>("select version from deal where id = $1", [dealId]);
  return rows[0]?.version ?? 0;
}

async function judgeOf(db: pg.Client, dealId: string): Promise<{ id: string; name: string }> {
  const { rows } = await db.query<{ id: string; name: string }>(
    "select owner_id as id, owner_name as name from deal_dispute where deal_id = $1 and status = 'open'",
    [dealId],
  );
  if (!rows[0]) throw new Error("a dispute without a judge");
  return rows[0];
}
