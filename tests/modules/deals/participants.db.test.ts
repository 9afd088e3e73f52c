import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays } from "@/kernel/dates";
import { jointDeal, jointDeals, jointPartners, participantsOf } from "@/modules/deals/queries/participants";
import { findDeal } from "@/modules/deals/repository";
import { acceptParticipation } from "@/modules/deals/use-cases/accept-participation";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { declineParticipation } from "@/modules/deals/use-cases/decline-participation";
import { extendUnasked } from "@/modules/deals/use-cases/extend-unasked";
import { invitePartner } from "@/modules/deals/use-cases/invite-partner";
import { leaveDeal } from "@/modules/deals/use-cases/leave-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { removeParticipant } from "@/modules/deals/use-cases/remove-participant";
import { withdrawParticipation } from "@/modules/deals/use-cases/withdraw-participation";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, submitted } from "../../support/deals";
import {
  approvedDeal,
  approves,
  asked,
  betaAdmin,
  gammaSales,
  inReview,
  invited,
  participationRow,
  protectionOf,
  seedOthers,
} from "../../support/participants";
import { idOf, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaOther, betaSales, manager, finance } = world;
const forbidden = { ok: false, failure: { code: "forbidden" } };
const conflict = (reason: string, entity = "participation") => ({
  ok: false,
  failure: { code: "conflict", entity, reason: `deals.errors.${reason}` },
});
const invalid = (field: string, key: string) => ({
  ok: false,
  failure: { code: "invalid", fields: { [field]: `deals.errors.${key}` } },
});

const invites = async (dealId: string, changes: object = {}, actor: PersonActor = alphaSales) =>
  does(actor, invitePartner, {
    dealId,
    version: (await dealRow(dealId)).version,
    participantId: newId(),
    ...asked,
    ...changes,
  });
const accepts = (participantId: string, actor: PersonActor = betaAdmin) =>
  does(actor, acceptParticipation, { participantId });
const seen = (actor: PersonActor, id: string) => withActor(actor, (tx) => jointDeal(tx, actor, id));
const reference = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
async function onDeal(actor: PersonActor, dealId: string) {
  return withActor(actor, async (tx) => {
    const deal = await findDeal(tx, dealId);
    return deal && participantsOf(tx, actor, deal);
  });
}
const eventsOf = (id: string) =>
  sql<{ type: string }>("select type from event where subject_id = $1 order by sequence", [id]);

beforeAll(async () => {
  await seedWorld();
  await seedOthers();
});

describe("[DEAL-06] [COSL-09] a partner asks another one to take part", () => {
  test("the one that is asked knows who asks, for which product and role, and nothing of the sale", async () => {
    const id = await invited(await approvedDeal(alphaSales, "not-to-be-seen"));
    const question = await seen(betaAdmin, id);
    expect(question).toMatchObject({
      status: "invited",
      lead: "alpha GmbH",
      role: "implementing",
      message: "Join us?",
      productLine: "Lakehouse",
      sale: null,
      can: { answer: true, leave: false },
    });
    expect(JSON.stringify(question)).not.toContain("not-to-be-seen");
    expect(await withActor(betaAdmin, (tx) => jointPartners(tx, id))).toEqual([]);
  });

  test.each([
    ["its web domain", "Beta.example"],
    ["its name", " beta gmbh "],
    ["the address of somebody there", "ben.beta@test.example"],
  ])("it is found by %s", async (_by, company) => {
    const id = await invited(await inReview(), { company });
    expect(await participationRow(id)).toMatchObject({ partner_id: idOf("beta"), position: 2, status: "invited" });
  });

  test.each([
    ["part of a name", "beta"],
    ["a pattern", "%"],
    ["nobody's name", "delta GmbH"],
    ["the address of somebody of the vendor", "mia.manager@test.example"],
  ])("not by %s", async (_by, company) => {
    expect(await invites(await inReview(), { company })).toEqual(invalid("company", "partnerUnknown"));
  });

  test("not itself, not twice, not in a role that is taken", async () => {
    const dealId = await inReview();
    expect(await invites(dealId, { company: "alpha.example" })).toEqual(invalid("company", "partnerIsYours"));
    expect(await invites(dealId, { role: "selling" })).toEqual(invalid("role", "roleIsYours"));
    await invited(dealId);
    expect(await invites(dealId, { role: "influencing" })).toEqual(invalid("company", "partnerTakesPart"));
  });

  test("only by who may register for the partner, and while the sale is open", async () => {
    const dealId = await inReview();
    const notFound = { ok: false, failure: { code: "not_found", entity: "deal" } };
    expect(await invites(dealId, {}, alphaOther)).toEqual(notFound);
    expect(await invites(dealId, {}, betaSales)).toEqual(notFound);
    expect(await invites(dealId, {}, manager)).toEqual(forbidden);
    expect(await invites(dealId, {}, finance)).toEqual(forbidden);
    const released = await approvedDeal();
    done(await does(alphaSales, releaseDeal, { ...(await reference(released)), reason: "" }));
    expect(await invites(released)).toEqual(conflict("notJoinable", "deal"));
  });

  test("the question can be taken back by who asked, and then it is gone", async () => {
    const id = await invited(await inReview());
    expect(await does(betaAdmin, withdrawParticipation, { participantId: id })).toEqual(forbidden);
    done(await does(alphaSales, withdrawParticipation, { participantId: id }));
    expect(await seen(betaAdmin, id)).toBeNull();
    expect(await accepts(id)).toEqual(conflict("invitationAnswered"));
  });
});

describe("[DEAL-06] [COSL-09] the one that was asked answers", () => {
  test("consenting shows the sale, without the vendor's benefit, and who else is on it", async () => {
    const dealId = await approvedDeal();
    const id = await invited(dealId);
    done(await accepts(id));
    const joined = await seen(betaAdmin, id);
    expect(joined).toMatchObject({
      status: "accepted",
      joined: { by: "Bea Beta" },
      sale: { status: "approved", stage: "qualified", owner: "Sam Alpha", amount: { currency: "EUR" } },
      can: { answer: false, leave: true },
    });
    expect(joined?.sale?.protectedThrough).toBe(addDays(today, 89));
    expect(JSON.stringify(joined)).not.toMatch(/benefit|contact/i);
    expect(await withActor(betaAdmin, (tx) => jointPartners(tx, id))).toEqual([
      { place: 1, name: "alpha GmbH", role: "selling" },
      { place: 2, name: "beta GmbH", role: "implementing" },
    ]);
  });

  test("declining says why to who asked, and shows nothing ever", async () => {
    const dealId = await inReview();
    const id = await invited(dealId);
    const answer = { participantId: id, reason: "no_capacity", note: "Not before spring." };
    expect(await does(betaAdmin, declineParticipation, { ...answer, reason: "whatever" })).toMatchObject({ ok: false });
    done(await does(betaAdmin, declineParticipation, answer));
    expect(await seen(betaAdmin, id)).toBeNull();
    expect(await onDeal(alphaSales, dealId)).toMatchObject([
      { status: "declined", ended: { by: "Bea Beta", reason: "no_capacity", note: "Not before spring." } },
    ]);
    await invited(dealId, { company: "beta GmbH" });
  });

  test("nobody else answers: not who asked, not the vendor, not who sees only own work", async () => {
    const id = await invited(await inReview());
    expect(await accepts(id, alphaAdmin)).toEqual(forbidden);
    expect(await accepts(id, manager)).toEqual(forbidden);
    expect(await accepts(id, betaSales)).toEqual({
      ok: false,
      failure: { code: "not_found", entity: "participation" },
    });
    expect(await participationRow(id)).toMatchObject({ status: "invited" });
  });

  test("the database refuses consent by another than who was asked", async () => {
    const id = await invited(await inReview());
    await expect(
      withActor(alphaAdmin, (tx) =>
        tx.dealParticipant.updateMany({
          where: { id },
          data: { status: "accepted", acceptedAt: new Date(), ownerId: alphaAdmin.personId, ownerName: "Ada" },
        }),
      ),
    ).rejects.toThrow(/answered by who was asked/);
  });

  test("a sale that is over is not joined any more", async () => {
    const dealId = await approvedDeal();
    const id = await invited(dealId);
    done(await does(alphaSales, releaseDeal, { ...(await reference(dealId)), reason: "" }));
    expect(await accepts(id)).toEqual(conflict("invitationClosed"));
    expect(await seen(betaAdmin, id)).toMatchObject({ isOpen: false, can: { answer: false } });
  });

  test("each side reads what happened, and the participant none of the deal's other events", async () => {
    const dealId = await inReview();
    const id = await invited(dealId);
    done(await accepts(id));
    expect((await eventsOf(dealId)).map(({ type }) => type).slice(-2)).toEqual([
      "deal.partnerInvited",
      "deal.partnerJoined",
    ]);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["participation.invited", "participation.joined"]);
    const read = await withActor(betaAdmin, (tx) => tx.event.findMany({ where: { subjectId: { in: [dealId, id] } } }));
    expect(read.map(({ subjectId }) => subjectId)).toEqual([id, id]);
  });
});

describe("[DEAL-05] [DEAL-06] a participant is protected in its own role", () => {
  test("from the approval on where it consented before", async () => {
    const dealId = await inReview();
    const id = await invited(dealId);
    done(await accepts(id));
    expect(await protectionOf(id)).toEqual([]);
    await approves(dealId);
    expect(await protectionOf(id)).toEqual([{ from: today, until: addDays(today, 90), role: "implementing" }]);
  });

  test("an implementation stands in the way of no resale, only of another's implementation", async () => {
    const host = "role-by-role";
    const customer = { name: `${host} GmbH`, website: `${host}.de`, country: "DE" };
    const { dealId } = await submitted(alphaSales, { customer, partnerRole: "sourcing" });
    done(await accepts(await invited(dealId)));
    const resale = await submitted(gammaSales, { customer, partnerRole: "selling" });
    expect(resale.outcome).toBe("approved");
    const rival = await submitted(gammaSales, { customer, partnerRole: "implementing" });
    expect(rival.outcome).toBe("in_review");
    const found = await sql("select class, other ->> 'partnerName' as partner from deal_conflict where deal_id = $1", [
      rival.dealId,
    ]);
    expect(found).toEqual([{ class: "protected_registration", partner: "beta GmbH" }]);
    const { version } = await dealRow(rival.dealId);
    expect(await does(manager, approveDeal, { dealId: rival.dealId, version, note: "" })).toEqual(
      conflict("scopeTaken", "deal"),
    );
  });

  test("whoever joins where the role is another's takes part without a protection", async () => {
    const host = "taken-before";
    const customer = { name: `${host} GmbH`, website: `${host}.de`, country: "DE" };
    const earlier = await submitted(betaSales, { customer, partnerRole: "implementing" });
    expect(earlier.outcome).toBe("approved");
    const dealId = await approvedDeal(alphaSales, host);
    const id = await invited(dealId);
    done(await accepts(id));
    expect(await seen(betaAdmin, id)).toMatchObject({ status: "accepted", sale: { protectedThrough: null } });
  });

  test("it lasts as long as the deal: longer with an extension, and no longer than its end", async () => {
    const dealId = await approvedDeal();
    const id = await invited(dealId);
    done(await accepts(id));
    const through = addDays(today, 120);
    done(await does(manager, extendUnasked, { ...(await reference(dealId)), through, reason: "budget", note: "" }));
    expect(await protectionOf(id)).toMatchObject([{ until: addDays(today, 121) }]);
    done(await does(alphaSales, releaseDeal, { ...(await reference(dealId)), reason: "" }));
    expect(await protectionOf(id)).toMatchObject([{ until: addDays(today, 1) }]);
  });
});

describe("[DEAL-06] a participation ends", () => {
  test("the partner leaves with a reason: the sale is out of sight and the protection ends today", async () => {
    const dealId = await approvedDeal();
    const id = await invited(dealId);
    done(await accepts(id));
    expect(await does(alphaAdmin, leaveDeal, { participantId: id, reason: "part_done", note: "" })).toEqual(forbidden);
    done(await does(betaAdmin, leaveDeal, { participantId: id, reason: "part_done", note: "Our part is done." }));
    expect(await seen(betaAdmin, id)).toBeNull();
    expect(await protectionOf(id)).toMatchObject([{ until: addDays(today, 1) }]);
    expect((await eventsOf(dealId)).at(-1)).toEqual({ type: "deal.partnerLeft" });
    expect(await does(betaAdmin, leaveDeal, { participantId: id, reason: "part_done", note: "" })).toEqual(
      conflict("participationEnded"),
    );
  });

  test("the vendor removes with a reason both read; a partner cannot remove", async () => {
    const dealId = await approvedDeal();
    const id = await invited(dealId);
    done(await accepts(id));
    const why = { participantId: id, reason: "not_active", note: "No answer for weeks." };
    expect(await does(alphaAdmin, removeParticipant, why)).toEqual(forbidden);
    expect(await does(manager, removeParticipant, { ...why, note: "" })).toMatchObject({ ok: false });
    done(await does(manager, removeParticipant, why));
    expect(await seen(betaAdmin, id)).toBeNull();
    expect(await onDeal(alphaSales, dealId)).toMatchObject([{ status: "removed", ended: { note: why.note } }]);
    expect(await onDeal(manager, dealId)).toMatchObject([{ status: "removed", position: 2 }]);
  });

  test("the order stays: who is asked later comes later, whoever left before", async () => {
    const dealId = await inReview();
    const first = await invited(dealId);
    done(await does(betaAdmin, declineParticipation, { participantId: first, reason: "other", note: "" }));
    await invited(dealId);
    expect((await onDeal(alphaSales, dealId))?.map(({ position }) => position)).toEqual([2, 3]);
  });
});

describe("[R2] two at the same moment", () => {
  test("asked twice: one question", async () => {
    const dealId = await inReview();
    const answers = await Promise.all([invites(dealId), invites(dealId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sql("select 1 from deal_participant where deal_id = $1", [dealId])).toHaveLength(1);
  });

  test("consent and withdrawal: one of them, ten times", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const id = await invited(await inReview());
      const answers = await Promise.all([accepts(id), does(alphaSales, withdrawParticipation, { participantId: id })]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const { status } = await participationRow(id);
      expect(status).toBe(answers[0]?.ok ? "accepted" : "withdrawn");
      expect(await eventsOf(id)).toHaveLength(2);
    }
  });

  test("consent and approval: protected whichever is first, ten times", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const dealId = await inReview();
      const id = await invited(dealId);
      const { version } = await dealRow(dealId);
      const answers = await Promise.all([accepts(id), does(manager, approveDeal, { dealId, version, note: "" })]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      expect(await protectionOf(id)).toHaveLength(1);
    }
  });
});

test("the list holds the questions and the deals of others, and of nobody else", async () => {
  const mine = await invited(await inReview());
  const list = await withActor(betaAdmin, (tx) => jointDeals(tx, betaAdmin));
  expect(list.map(({ id }) => id)).toContain(mine);
  for (const actor of [alphaAdmin, betaSales, gammaSales]) {
    expect(await withActor(actor, (tx) => jointDeals(tx, actor))).toEqual([]);
  }
});
