import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { jointDeal, jointDeals, jointPartners } from "@/modules/deals/queries/participants";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { acceptParticipation } from "@/modules/deals/use-cases/accept-participation";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { invitePartner } from "@/modules/deals/use-cases/invite-partner";
import { removeParticipant } from "@/modules/deals/use-cases/remove-participant";
import { recordStream } from "@/modules/records/queries/stream";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { canariesIn, canary, managerOf, people, seedCompanies } from "../support/canaries";
import { dealRow, does, done, submitted } from "../support/deals";
import { fingerprint } from "../support/fingerprint";
import { participationVerbs } from "../support/participants";
import { noon, world } from "../support/world";

const { alphaSales, alphaAdmin, alphaColleague, alphaTechnical, betaAdmin, betaSales, gammaSales, distantManager } =
  people;

const words = (of: string) => canary("alpha", "deal", of);
const contact = words("contact");
const need = words("need");
const message = words("message");
const beta = canary("beta", "partner");
let turn = 0;
/** The customer of the deal that was made last. */
let customer = "";

/** An approved deal of alpha with words of its own in every free text. */
async function dealOfAlpha(): Promise<string> {
  turn += 1;
  customer = words(`customer ${turn}`);
  const { dealId } = await submitted(alphaSales, {
    customer: { name: customer, website: `joint-${turn}.com`, country: "DE" },
    contact: { name: contact, email: `${contact.toLowerCase()}@example.com` },
    need,
    amount: { amount: "200000", currency: "EUR" },
  });
  done(await does(managerOf("alpha"), approveDeal, { ...(await reference(dealId)), note: need }));
  return dealId;
}
const reference = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
const inviting = { company: beta, role: "implementing", message } as const;
async function asked(): Promise<{ dealId: string; participantId: string }> {
  const dealId = await dealOfAlpha();
  const participantId = newId();
  done(await does(alphaSales, invitePartner, { ...(await reference(dealId)), participantId, ...inviting }));
  return { dealId, participantId };
}

beforeAll(async () => {
  await seedCompanies();
});

type Answer = "not_found" | "forbidden";
type Stranger = readonly [who: string, actor: PersonActor, register: Answer, decide: Answer];

/** Who has no part in a participation of beta in a deal of a seller of alpha, by the permission that guards the verb. */
const strangers: readonly Stranger[] = [
  ["a seller of a third partner", gammaSales, "not_found", "forbidden"],
  ["a seller of the one that was asked, who sees only own work", betaSales, "not_found", "forbidden"],
  ["a seller of the one that registered, who sees only own work", alphaColleague, "not_found", "forbidden"],
  ["a technical person", alphaTechnical, "forbidden", "forbidden"],
  ["a manager of another territory", distantManager, "not_found", "not_found"],
  ["a direct seller", world.seller, "forbidden", "forbidden"],
  ["an executive", world.executive, "forbidden", "forbidden"],
  ["a finance person", world.finance, "forbidden", "forbidden"],
  ["a program owner", world.owner, "forbidden", "forbidden"],
  ["an administrator", world.administrator, "forbidden", "forbidden"],
];
const sides = { lead: alphaSales, asked: betaAdmin, vendor: world.manager } as const;

const refusal = (answer: Answer, entity: string) => ({
  ok: false,
  failure: answer === "not_found" ? { code: "not_found", entity } : { code: "forbidden" },
});

describe.each(participationVerbs.map((verb) => [verb.name, verb] as const))("[GOVR-02] [S1] %s", (_name, verb) => {
  let participantId: string;
  beforeAll(async () => {
    ({ participantId } = await asked());
    if (verb.consented) done(await does(betaAdmin, acceptParticipation, { participantId }));
  });

  test.each(strangers)("%s is refused, whether or not there is one, and nothing is written", async (_who, ...row) => {
    const [actor, register, decide] = row;
    const before = await fingerprint();
    const result = await verb.attempt(actor, participantId, "my-own-words");
    const answer = verb.permission === "deal.decide" ? decide : register;
    expect(result).toEqual(refusal(answer, "participation"));
    if (answer === "not_found") expect(await verb.attempt(actor, newId(), "my-own-words")).toEqual(result);
    expect(canariesIn(result)).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  test.each(Object.entries(sides).filter(([side]) => side !== verb.by))(
    "the other side (%s) may not, and nothing is written",
    async (_side, actor) => {
      const before = await fingerprint();
      expect(await verb.attempt(actor, participantId, "my-own-words")).toEqual(refusal("forbidden", "participation"));
      expect(await fingerprint()).toEqual(before);
    },
  );

  test("whose it is can do exactly this", async () => {
    expect(await verb.attempt(sides[verb.by], participantId, "my-own-words")).toMatchObject({ ok: true });
  });
});

describe("[GOVR-02] [S1] participation.invite on a deal of somebody else", () => {
  test.each(strangers)("%s is refused, and nothing is written", async (_who, actor, register) => {
    const dealId = await dealOfAlpha();
    const before = await fingerprint();
    const given = { ...(await reference(dealId)), participantId: newId(), ...inviting };
    const result = await does(actor, invitePartner, given);
    expect(result).toEqual(refusal(register, "deal"));
    expect(await fingerprint()).toEqual(before);
  });

  test("one that takes part asks nobody: the deal is not its own", async () => {
    const { dealId, participantId } = await asked();
    done(await does(betaAdmin, acceptParticipation, { participantId }));
    const given = { ...(await reference(dealId)), participantId: newId(), ...inviting, role: "influencing" };
    expect(await does(betaAdmin, invitePartner, given)).toEqual(refusal("not_found", "deal"));
  });
});

/** Everything a partner's person can read that could be of the deal. */
const everything = (actor: PersonActor, dealId: string, participantId: string) =>
  withActor(actor, async (tx) => ({
    // What the partner takes part in elsewhere is its own to read.
    joint: (await jointDeals(tx, actor)).filter(({ id }) => id === participantId),
    one: await jointDeal(tx, actor, participantId),
    partners: await jointPartners(tx, participantId),
    record: await recordDeal(tx, actor, dealId, noon, "Europe/Berlin"),
    stream: await recordStream(
      tx,
      actor,
      { kind: "deal", id: dealId },
      { filter: "all", after: undefined, decisions: [], now: noon },
    ),
    list: await listDeals(tx, actor, { filter: { search: customer }, size: 200 }),
    totals: await totalDeals(tx, { search: customer }),
    deals: await tx.deal.findMany({ where: { id: dealId } }),
    events: await tx.event.findMany({ where: { subjectId: { in: [dealId, participantId] } } }),
    decisions: await tx.decision.findMany({ where: { subjectId: dealId } }),
    protections: await tx.protection.findMany({ where: { dealId }, select: { id: true, role: true } }),
    history: await tx.dealHistory.findMany({ where: { dealId } }),
    rows: await tx.dealParticipant.findMany({ where: { dealId } }),
  }));
const lower = (...all: string[]) => all.map((word) => word.toLowerCase()).sort();
const ofAlpha = (value: unknown) => canariesIn(value).filter((word) => word.startsWith("cnry-alpha-deal"));

describe("[GOVR-02] [S5] what is read of a deal of another partner", () => {
  let ids: { dealId: string; participantId: string };
  const readBy = (actor: PersonActor) => everything(actor, ids.dealId, ids.participantId);
  const nothing = { one: null, partners: [], record: null, deals: [], decisions: [], history: [], protections: [] };

  beforeAll(async () => {
    ids = await asked();
  });

  test.each([
    ["a seller of a third partner", gammaSales],
    ["a seller of the one that was asked, who sees only own work", betaSales],
    ["a seller of the one that registered, who sees only own work", alphaColleague],
  ])("a stranger, %s: nothing", async (_who, actor) => {
    const read = await readBy(actor);
    expect(read).toMatchObject({ ...nothing, joint: [], rows: [], events: [] });
    expect(read.totals.count).toBe(0);
    expect(ofAlpha(read)).toEqual([]);
  });

  test("invited: the question and its message, and of the deal nothing", async () => {
    const read = await readBy(betaAdmin);
    expect(read).toMatchObject({ ...nothing, one: { sale: null } });
    expect(read.rows).toHaveLength(1);
    expect(read.totals.count).toBe(0);
    expect(ofAlpha(read)).toEqual(lower(message));
  });

  test("consented: the sale, and neither contact nor need, neither record nor figures", async () => {
    done(await does(betaAdmin, acceptParticipation, { participantId: ids.participantId }));
    const read = await readBy(betaAdmin);
    const { one: _one, partners: _partners, protections: _protections, ...rest } = nothing;
    expect(read).toMatchObject({ ...rest, one: { sale: { customer } }, protections: [{ role: "implementing" }] });
    expect(read.totals.count).toBe(0);
    expect(read.list.rows).toEqual([]);
    expect(ofAlpha(read)).toEqual(lower(message, customer));
  });

  test("consented: its seller who sees only own work still reads nothing", async () => {
    expect(ofAlpha(await readBy(betaSales))).toEqual([]);
  });

  test("the one that registered reads its deal as ever, and that the other takes part", async () => {
    const read = await readBy(alphaAdmin);
    expect(read.record?.participants).toMatchObject([{ status: "accepted", partner: { name: beta } }]);
    expect(read).toMatchObject({ joint: [], one: null, partners: [] });
  });

  test("removed: that it was, and why, and of the deal nothing", async () => {
    const why = { participantId: ids.participantId, reason: "not_active", note: "No answer for weeks." };
    done(await does(world.manager, removeParticipant, why));
    const read = await readBy(betaAdmin);
    const { protections: _protections, ...rest } = nothing;
    expect(read).toMatchObject(rest);
    expect(read.rows).toMatchObject([{ status: "removed", reason: "not_active" }]);
    expect(ofAlpha(read)).toEqual(lower(message));
  });

  test.each([
    ["declined", "participation.decline"],
    ["left", "participation.leave"],
  ])("%s: of the deal nothing", async (_how, name) => {
    ids = await asked();
    const { participantId } = ids;
    const verb = participationVerbs.find((candidate) => candidate.name === name);
    if (verb?.consented) done(await does(betaAdmin, acceptParticipation, { participantId }));
    expect(await verb?.attempt(betaAdmin, participantId, "")).toMatchObject({ ok: true });
    expect(ofAlpha(await readBy(betaAdmin))).toEqual(lower(message));
    expect(await readBy(betaAdmin)).toMatchObject({ one: null, record: null, deals: [] });
  });

  test("the vendor's people see the participants of the deals in their care, and of no other", async () => {
    const recordOf = (actor: PersonActor) =>
      withActor(actor, (tx) => recordDeal(tx, actor, ids.dealId, noon, "Europe/Berlin"));
    const partnersOf = async (actor: PersonActor) => (await recordOf(actor))?.participants.length;
    expect(await partnersOf(world.manager)).toBe(1);
    expect(await partnersOf(world.owner)).toBe(1);
    expect(await partnersOf(distantManager)).toBeUndefined();
    expect(await withActor(distantManager, (tx) => tx.dealParticipant.findMany())).toEqual([]);
    for (const actor of [world.manager, world.owner])
      expect(await withActor(actor, (tx) => jointDeals(tx, actor))).toEqual([]);
  });
});
