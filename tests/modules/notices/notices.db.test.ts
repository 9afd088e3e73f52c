import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { dealNotices } from "@/modules/deals/reactions";
import { dealClocks } from "@/modules/deals/schedule";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { inboxPage, unreadCount } from "@/modules/notices/queries/inbox";
import { tellPeople } from "@/modules/notices/reactions";
import { openNotice } from "@/modules/notices/use-cases/open-notice";
import { readAll } from "@/modules/notices/use-cases/read-all";
import { savePreferences } from "@/modules/notices/use-cases/save-preferences";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { fireDueClocks } from "@/server/worker";
import { dealRow, does, done, submitted } from "../../support/deals";
import { content, idOf, noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaOther, betaSales, manager, owner, finance, executive } = world;
const reactions = [tellPeople([dealNotices])];
const later = new Date(noon.getTime() + 60_000);

let turn = 0;
/** A registration that only a person may decide. */
async function inReview(): Promise<string> {
  turn += 1;
  const customer = { name: `Waiting ${turn} GmbH`, website: `waiting-${turn}.de`, country: "DE" };
  return (await submitted(alphaSales, { customer, amount: { amount: "200000", currency: "EUR" } })).dealId;
}

const at = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
const deliver = (now = later) => deliverEvents(reactions, now);

/** What was told since the last look, as "who: type as what". */
async function told(): Promise<string[]> {
  await deliver();
  const rows = await sql<{ line: string }>(
    `select p.name || ': ' || n.type || ' as ' || n.because as line from notice n join person p on p.id = n.person_id
     join event e on e.id = n.event_id order by e.sequence, p.name`,
  );
  return rows.map(({ line }) => line);
}

const inboxOf = (actor: PersonActor) =>
  withActor(actor, async (tx) => ({
    unread: await unreadCount(tx, actor),
    page: await inboxPage(tx, actor, { unreadOnly: false }),
  }));

beforeAll(async () => {
  await seedWorld();
});
beforeEach(async () => {
  await deliver();
  await sql("delete from notice");
  await sql("delete from mail");
});

describe("who is told", () => {
  test("a registration that a person has to decide: the reviewer, and nobody else", async () => {
    await inReview();
    expect(await told()).toEqual(["Mia Manager: deal.sentToReview as reviewer"]);
  });

  test("one that the rules approve at once: its owner and the company's admin", async () => {
    const customer = { name: "At Once GmbH", website: "at-once.de", country: "DE" };
    expect(await submitted(alphaSales, { customer })).toMatchObject({ outcome: "approved" });
    expect(await told()).toEqual([
      "Ada Alpha: deal.approvedByRule as admin",
      "Sam Alpha: deal.approvedByRule as owner",
    ]);
  });

  test("question, answer and decision: each of the other side, and the answer is no second thing to decide", async () => {
    const dealId = await inReview();
    done(await does(manager, returnDeal, { ...(await at(dealId)), question: "Which site buys first?" }));
    const answered = { ...(await at(dealId)), content: content({ amount: { amount: "200000", currency: "EUR" } }) };
    const customer = { name: `Waiting ${turn} GmbH`, website: `waiting-${turn}.de`, country: "DE" };
    const input = { ...answered, content: { ...answered.content, customer }, answer: "The one in Ulm." };
    done(await does(alphaSales, submitDeal, input));
    done(await does(manager, rejectDeal, { ...(await at(dealId)), reason: "not_qualified", note: "No budget." }));
    expect(await told()).toEqual([
      "Mia Manager: deal.sentToReview as reviewer",
      "Ada Alpha: deal.returned as admin",
      "Sam Alpha: deal.returned as owner",
      "Mia Manager: deal.answered as reviewer",
      "Ada Alpha: deal.rejected as admin",
      "Sam Alpha: deal.rejected as owner",
    ]);
  });

  test("a win: the manager and finance; its confirmation: the owner; a moved stage: nobody", async () => {
    const dealId = await inReview();
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good luck." }));
    await told();
    await sql("delete from notice");
    done(await does(alphaSales, changeStage, { ...(await at(dealId)), stage: "negotiation" }));
    const amount = { amount: "200000", currency: "EUR" };
    done(await does(alphaSales, reportWin, { ...(await at(dealId)), wonOn: today, amount, orderReference: "PO-1" }));
    done(await does(finance, confirmWin, await at(dealId)));
    expect(await told()).toEqual([
      "Finn Finance: deal.winReported as finance",
      "Mia Manager: deal.winReported as manager",
      "Sam Alpha: deal.winConfirmed as owner",
    ]);
  });

  test("an overdue decision: the program owner it goes to", async () => {
    const dealId = await inReview();
    await told();
    await sql("delete from notice");
    const due = (await dealRow(dealId)).due_at ?? noon;
    await fireDueClocks(dealClocks, due);
    await deliver(new Date(due.getTime() + 1000));
    expect(await told()).toContain("Ina Owner: deal.escalated as reviewer");
  });

  test("a revocation that waits for a second person: the second person; the partner hears nothing", async () => {
    const customer = { name: "Taken Back GmbH", website: "taken-back.de", country: "DE" };
    const { dealId } = await submitted(alphaSales, { customer });
    await told();
    await sql("delete from notice");
    done(await does(manager, askRevocation, { ...(await at(dealId)), cause: "no_activity", note: "Nobody knows." }));
    expect(await told()).toEqual(["Ina Owner: deal.revocationAsked as secondPerson"]);
  });

  test("nobody who has left: a disabled owner is not told, the admin is", async () => {
    const dealId = await inReview();
    await told();
    await sql("delete from notice");
    await sql("update person set disabled_at = now() where id = $1", [alphaSales.personId]);
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good luck." }));
    const lines = await told();
    await sql("update person set disabled_at = null where id = $1", [alphaSales.personId]);
    expect(lines).toEqual(["Ada Alpha: deal.approved as admin"]);
  });

  test("history tells nobody: what an import or a seed writes is not even delivered", async () => {
    const before = await sql("select count(*)::int as count from event_delivery");
    await sql(
      `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_name, actor_side, data)
       values (gen_random_uuid(), now(), 'deal.approved', 'deal', $1, $2, 'all', 'system', 'Entente', 'system', '{}')`,
      [idOf("alpha earlier"), idOf("alpha")],
    );
    await withActor({ kind: "system", cause: "seed" }, (tx) =>
      tx.event.create({
        data: {
          id: newId(),
          at: noon,
          type: "deal.approved",
          subjectKind: "deal",
          subjectId: idOf("alpha earlier"),
          partnerId: idOf("alpha"),
          audience: "all",
          actorKind: "system",
          actorName: "Entente",
          actorSide: "system",
          data: {},
          historic: true,
        },
      }),
    );
    expect(await sql("select count(*)::int as count from event_delivery")).toEqual(before);
    expect(await told()).toEqual([]);
  });
});

describe("the inbox", () => {
  test("holds what its owner was told, unread first; opening says what it is about", async () => {
    const first = await inReview();
    const second = await inReview();
    done(await does(manager, approveDeal, { ...(await at(first)), note: "Good." }));
    done(await does(manager, rejectDeal, { ...(await at(second)), reason: "not_qualified", note: "No." }));
    await deliver();
    const before = await inboxOf(alphaSales);
    expect(before.unread).toBe(2);
    expect(before.page.rows.map(({ type }) => type)).toEqual(["deal.rejected", "deal.approved"]);
    const [newest] = before.page.rows;
    const opened = done(await does(alphaSales, openNotice, { noticeId: newest?.id }));
    expect(opened).toEqual({ subjectKind: "deal", subjectId: second });
    const after = await inboxOf(alphaSales);
    expect(after.unread).toBe(1);
    expect(after.page.rows.map(({ type, isRead }) => [type, isRead])).toEqual([
      ["deal.approved", false],
      ["deal.rejected", true],
    ]);
  });

  test("is paged by key, unread first, without a gap and without anything twice", async () => {
    for (let count = 0; count < 4; count += 1) {
      const dealId = await inReview();
      done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good." }));
    }
    await deliver();
    const { rows } = (await inboxOf(alphaSales)).page;
    done(await does(alphaSales, openNotice, { noticeId: rows[1]?.id }));
    done(await does(alphaSales, openNotice, { noticeId: rows[2]?.id }));
    const wanted = [rows[0], rows[3], rows[1], rows[2]].map((row) => row?.id);
    for (const size of [1, 2, 3, 4, 5]) {
      const seen: (string | undefined)[] = [];
      let after: string | undefined;
      do {
        const page = await withActor(alphaSales, (tx) => inboxPage(tx, alphaSales, { unreadOnly: false, after, size }));
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toEqual(wanted);
    }
  });

  test("marks all as read up to what was seen; what comes after stays unread", async () => {
    const first = await inReview();
    done(await does(manager, approveDeal, { ...(await at(first)), note: "Good." }));
    await deliver();
    const seen = (await inboxOf(alphaSales)).page.rows[0]?.id;
    const second = await inReview();
    done(await does(manager, approveDeal, { ...(await at(second)), note: "Good." }));
    await deliver();
    expect(done(await does(alphaSales, readAll, { newestId: seen }))).toEqual({ count: 1 });
    expect((await inboxOf(alphaSales)).unread).toBe(1);
  });
});

describe("[GOVR-02] [S1] an inbox is its owner's", () => {
  const everybody = Object.values(world);

  test("nobody else sees, opens or reads anything of it, the administrator included", async () => {
    const dealId = await inReview();
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good." }));
    await deliver();
    const [row] = (await inboxOf(alphaSales)).page.rows;
    if (!row) throw new Error("nothing was told");
    for (const actor of everybody.filter(({ personId }) => personId !== alphaSales.personId)) {
      expect(await withActor(actor, (tx) => tx.notice.count({ where: { personId: alphaSales.personId } }))).toBe(0);
      const tried = await does(actor, openNotice, { noticeId: row.id });
      expect(tried).toEqual({ ok: false, failure: { code: "not_found", entity: "notice" } });
    }
    expect((await inboxOf(alphaSales)).unread).toBe(1);
  });

  test("without a person there is nothing, and nobody reads mails or deliveries", async () => {
    for (const actor of [alphaSales, alphaAdmin, manager, executive]) {
      await expect(withActor(actor, (tx) => tx.mail.count())).rejects.toThrow(/permission denied/);
      await expect(withActor(actor, (tx) => tx.eventDelivery.count())).rejects.toThrow(/permission denied/);
    }
  });

  test("only whether it is read can be changed, and only by its owner", async () => {
    await inReview();
    await deliver();
    const change = (actor: PersonActor, data: object) =>
      withActor(actor, (tx) => tx.notice.updateMany({ where: {}, data }));
    await expect(change(manager, { params: {} })).rejects.toThrow(/permission denied/);
    await expect(change(manager, { personId: owner.personId })).rejects.toThrow(/permission denied/);
    expect(await change(betaSales, { readAt: noon })).toEqual({ count: 0 });
    expect(await change(manager, { readAt: noon })).toEqual({ count: 1 });
    await expect(
      withActor(alphaOther, (tx) =>
        tx.noticePreference.create({
          data: { personId: alphaSales.personId, kind: "deal.decision", inbox: false, mail: "off", updatedAt: noon },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("whatever somebody marks or chooses, it is their own", async () => {
    const dealId = await inReview();
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good." }));
    await deliver();
    const foreign = await sql<{ id: string }>("select id from notice where person_id = $1", [alphaSales.personId]);
    const before = await sql("select * from notice order by id");
    for (const actor of everybody.filter(
      ({ personId }) => personId !== alphaSales.personId && personId !== alphaAdmin.personId,
    )) {
      if (actor !== manager) done(await does(actor, readAll, { newestId: foreign[0]?.id }));
      const kinds = { "deal/decision": { inbox: "no", mail: "off" } };
      done(await does(actor, savePreferences, { kinds, quietFrom: "", quietUntil: "", digestAt: "08:00" }));
    }
    expect(await sql("select * from notice order by id")).toEqual(before);
    expect(await sql("select 1 from notice_preference where person_id = $1", [alphaSales.personId])).toEqual([]);
    expect(await sql("select 1 from notice_hours where person_id = $1", [alphaSales.personId])).toEqual([]);
  });

  test("who moves to another company leaves it behind", async () => {
    const dealId = await inReview();
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good." }));
    await deliver();
    const moved: PersonActor = { ...alphaSales, partnerId: idOf("beta") };
    expect((await inboxOf(moved)).unread).toBe(0);
    expect((await inboxOf(alphaSales)).unread).toBe(1);
  });

  test("who may not see a registration any more does not read of it either: another manager's, another owner's", async () => {
    const dealId = await inReview();
    await deliver();
    done(await does(manager, approveDeal, { ...(await at(dealId)), note: "Good." }));
    await deliver();
    const [toManager] = (await inboxOf(manager)).page.rows;
    expect((await inboxOf(alphaSales)).unread).toBe(1);
    await sql("update partner set channel_manager_id = $2 where id = $1", [idOf("alpha"), world.cover.personId]);
    await sql("update deal set owner_id = $2 where id = $1", [dealId, alphaOther.personId]);
    for (const actor of [manager, alphaSales])
      expect(await inboxOf(actor)).toEqual({ unread: 0, page: { rows: [], next: null } });
    const opened = await does(manager, openNotice, { noticeId: toManager?.id });
    expect(opened).toEqual({ ok: false, failure: { code: "not_found", entity: "notice" } });
    await sql("update partner set channel_manager_id = $2 where id = $1", [idOf("alpha"), manager.personId]);
    expect((await inboxOf(manager)).unread).toBe(1);
  });

  test("each kind of record that is told of is asked whether it is in sight", async () => {
    const kinds = new Set(Object.keys(dealNotices.rules).map((type) => type.slice(0, type.indexOf("."))));
    const policies = await sql<{ qual: string }>(
      "select qual from pg_policies where tablename = 'notice' and policyname in ('entente_vendor_scoped', 'entente_partner_own')",
    );
    expect(policies).toHaveLength(2);
    for (const kind of kinds) for (const { qual } of policies) expect(qual).toContain(`WHEN '${kind}'::text`);
  });

  test("the database refuses to tell a person of one event twice", async () => {
    await inReview();
    await deliver();
    await expect(
      sql(
        `insert into notice select gen_random_uuid(), event_id, person_id, partner_id, type, kind, because, subject_kind, subject_id, params, listed, at
         from notice`,
      ),
    ).rejects.toThrow(/notice_event_id_person_id_key/);
  });
});

test("a use case of somebody without a session is refused", async () => {
  const nobody: PersonActor = { ...alphaSales, roles: [] };
  const result = await execute(openNotice, nobody, { noticeId: newId() }, { now: noon, newId });
  expect(result).toEqual({ ok: false, failure: { code: "forbidden" } });
});
