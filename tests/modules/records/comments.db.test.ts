import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { tellPeople } from "@/modules/notices/reactions";
import { recordKindNames, recordKinds } from "@/modules/records/domain/record";
import { keyText } from "@/modules/records/domain/stream";
import { recordStream, type StreamPage } from "@/modules/records/queries/stream";
import { recordNotices } from "@/modules/records/reactions";
import { whoSees } from "@/modules/records/repository/subjects";
import { addComment } from "@/modules/records/use-cases/add-comment";
import { deleteComment } from "@/modules/records/use-cases/delete-comment";
import { editComment } from "@/modules/records/use-cases/edit-comment";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { people, seedCompanies } from "../../support/canaries";
import { does, done, drafted, submitted } from "../../support/deals";
import { commentsOf, streamOf } from "../../support/records";
import { content, idOf, noon, sql, world } from "../../support/world";

const { alphaSales, alphaColleague, alphaAdmin, alphaTechnical, betaSales, distantManager } = people;
const { manager, owner, finance, executive, administrator, seller } = world;
const vendorPerson = (name: string, role: "marketing" | "legal"): PersonActor => ({
  ...seller,
  personId: idOf(name),
  name,
  roles: [role],
});
const marketing = vendorPerson("Mara Marketing", "marketing");
const legal = vendorPerson("Lea Legal", "legal");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

type Beside = { kind?: "deal" | "partner" | "account"; internal?: boolean; now?: Date; commentId?: string };
const write = (
  actor: PersonActor,
  id: string,
  body: string,
  { kind = "deal", internal = false, ...rest }: Beside = {},
) => {
  const input = { subjectKind: kind, subjectId: id, commentId: rest.commentId ?? newId(), body, internal };
  return does(actor, addComment, input, rest.now);
};
const everybody = {
  alphaSales,
  alphaColleague,
  alphaAdmin,
  alphaTechnical,
  betaSales,
  distantManager,
  manager,
  owner,
  finance,
  executive,
  administrator,
  seller,
  marketing,
  legal,
};
/** Who of all reads a text beside a record. */
async function readersOf(text: string, id: string, kind = "deal"): Promise<string[]> {
  const found: string[] = [];
  for (const [name, actor] of Object.entries(everybody))
    if ((await commentsOf(actor, id, kind)).includes(text)) found.push(name);
  return found.sort();
}

let deal: string;
beforeAll(async () => {
  await seedCompanies();
  for (const actor of [marketing, legal]) {
    await sql("insert into person (id, email, name) values ($1, $2, $3)", [
      actor.personId,
      `${actor.roles[0]}@test.example`,
      actor.name,
    ]);
    await sql("insert into membership (id, person_id, role) values (gen_random_uuid(), $1, $2)", [
      actor.personId,
      actor.roles[0],
    ]);
  }
  deal = (await submitted(alphaSales)).dealId;
});

describe("[GOVR-02] [S1] who reads what is written beside a record follows who sees the record", () => {
  test("a comment on a deal: both sides, nobody else", async () => {
    done(await write(alphaSales, deal, "The tender starts in March."));
    expect(await readersOf("The tender starts in March.", deal)).toEqual(
      ["administrator", "alphaAdmin", "alphaSales", "executive", "finance", "manager", "owner"].sort(),
    );
  });

  test("an internal note on a deal: those of the vendor who read internals, and not the executive", async () => {
    done(await write(manager, deal, "They asked a competitor too.", { internal: true }));
    expect(await readersOf("They asked a competitor too.", deal)).toEqual([
      "administrator",
      "finance",
      "manager",
      "owner",
    ]);
    for (const actor of [alphaSales, alphaAdmin, executive]) {
      expect(JSON.stringify(await streamOf(actor, deal))).not.toContain("competitor");
      expect(await withActor(actor, (tx) => tx.recordComment.count({ where: { audience: "internal" } }))).toBe(0);
    }
  });

  test("a comment on a partner: the vendor's departments, never the partner, nor a direct seller", async () => {
    done(await write(marketing, idOf("alpha"), "Wants a joint booth.", { kind: "partner" }));
    expect(await readersOf("Wants a joint booth.", idOf("alpha"), "partner")).toEqual(
      ["administrator", "executive", "finance", "legal", "manager", "marketing", "owner"].sort(),
    );
  });

  test("a comment on a customer: who sees the customer at the vendor, never a partner linked to it", async () => {
    const [{ account_id: account } = { account_id: "" }] = await sql<{ account_id: string }>(
      "select account_id from deal where id = $1",
      [deal],
    );
    done(await write(manager, account, "Their fiscal year ends in June.", { kind: "account" }));
    expect(await readersOf("Their fiscal year ends in June.", account, "account")).toEqual(
      ["administrator", "executive", "finance", "manager", "owner"].sort(),
    );
  });

  test("the database itself refuses a partner what is not meant for it, and anybody a foreign record", async () => {
    const row = (audience: string, partner: string) => ({
      id: newId(),
      subjectKind: "deal",
      subjectId: deal,
      partnerId: idOf(partner),
      audience,
      authorId: alphaSales.personId,
      authorName: "x",
      authorSide: "partner",
      body: "x",
      mentions: [],
      at: noon,
    });
    for (const [actor, data] of [
      [alphaSales, row("internal", "alpha")],
      [alphaSales, row("all", "beta")],
      [betaSales, row("all", "beta")],
      [alphaColleague, row("all", "alpha")],
      [executive, row("internal", "alpha")],
      [distantManager, row("all", "alpha")],
    ] as const)
      await expect(withActor(actor, (tx) => tx.recordComment.create({ data }))).rejects.toThrow(/row-level security/);
  });

  test.each([
    ["a seller of another partner", betaSales, "not_found"],
    ["a seller of the same partner without a part in it", alphaColleague, "not_found"],
    ["a manager of another territory", distantManager, "not_found"],
    ["a direct seller", seller, "forbidden"],
    ["an executive, who only reads", executive, "forbidden"],
    ["an administrator, who only reads", administrator, "forbidden"],
  ] as const)("%s writes nothing", async (_who, actor, code) => {
    expect(await write(actor, deal, "x")).toMatchObject({ ok: false, failure: { code } });
  });

  test("a partner writes no internal note, finance neither, and nobody of a partner beside the vendor's own records", async () => {
    for (const actor of [alphaSales, finance])
      expect(await write(actor, deal, "x", { internal: true })).toMatchObject({ failure: { code: "forbidden" } });
    expect(await write(alphaAdmin, idOf("alpha"), "x", { kind: "partner" })).toMatchObject({ ok: false });
  });

  test("whom a reader can mention is exactly who sees the record", async () => {
    for (const audience of ["all", "internal"] as const) {
      const offered = await withActor(owner, (tx) => whoSees(tx, { kind: "deal", id: deal }, audience));
      const marker = `marker ${audience}`;
      done(await write(manager, deal, marker, { internal: audience === "internal" }));
      const readers = await readersOf(marker, deal);
      const known = Object.entries(everybody).filter(([, { personId }]) =>
        offered.some((person) => person.personId === personId),
      );
      expect(known.map(([name]) => name).sort()).toEqual(readers);
    }
  });

  test("a partner is offered its own people and the vendor's contacts only", async () => {
    const offered = await withActor(alphaSales, (tx) => whoSees(tx, { kind: "deal", id: deal }, "all"));
    expect(offered.map(({ personId }) => personId).sort()).toEqual(
      [alphaSales.personId, alphaAdmin.personId, manager.personId].sort(),
    );
  });
});

describe("a comment", () => {
  test("sent twice is written once, with one event that does not repeat its words", async () => {
    const commentId = newId();
    const words = "Only once, please.";
    const results = await Promise.all([1, 2, 3].map(() => write(alphaSales, deal, words, { commentId })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await commentsOf(manager, deal)).toContain(words);
    const events = await sql("select data::text from event where data ->> 'commentId' = $1", [commentId]);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("Only once");
  });

  test("is changed and taken back by its author for 15 minutes, by nobody else, and not afterwards", async () => {
    const { commentId } = done(await write(alphaSales, deal, "First words"));
    expect(await does(manager, editComment, { commentId, body: "x" })).toMatchObject({
      failure: { code: "forbidden" },
    });
    expect(await does(betaSales, editComment, { commentId, body: "x" })).toMatchObject({
      failure: { code: "not_found" },
    });
    done(await does(alphaSales, editComment, { commentId, body: "Better words" }, minutes(14)));
    expect(await commentsOf(manager, deal)).toContain("Better words");
    const tooLate = { ok: false, failure: { code: "refused", reason: "records.errors.tooLate" } };
    expect(await does(alphaSales, editComment, { commentId, body: "x" }, minutes(15))).toEqual(tooLate);
    expect(await does(alphaSales, deleteComment, { commentId }, minutes(15))).toEqual(tooLate);
    done(await does(alphaSales, deleteComment, { commentId }, minutes(14)));
    const [row] = await sql("select body, deleted_at from record_comment where id = $1", [commentId]);
    expect(row).toMatchObject({ body: "", deleted_at: minutes(14) });
    expect((await streamOf(manager, deal)).find(({ id }) => id === commentId)).toMatchObject({
      comment: { deleted: true },
    });
  });

  test.each([
    ["", "records.errors.empty"],
    ["   ", "records.errors.empty"],
    ["x".repeat(4001), "records.errors.tooLong"],
  ])("of %j is refused at its place", async (body, message) => {
    expect(await write(alphaSales, deal, body)).toEqual({
      ok: false,
      failure: { code: "invalid", fields: { body: message } },
    });
  });
});

describe("the timeline", () => {
  test("merges events and comments, can be narrowed, and pages by key", async () => {
    const dealId = await drafted(alphaSales);
    done(
      await does(alphaSales, submitDeal, {
        dealId,
        version: 1,
        content: content({ customer: { name: "Paging GmbH", website: "paging.de", country: "DE" } }),
      }),
    );
    for (let turn = 1; turn <= 5; turn += 1)
      done(await write(alphaSales, dealId, `comment ${turn}`, { now: minutes(turn) }));
    const whole = await streamOf(manager, dealId, { decisions: ["deal.approvedByRule"] });
    expect(whole.map((entry) => (entry.source === "event" ? entry.event.type : entry.source))).toEqual([
      ...Array.from({ length: 5 }, () => "comment"),
      "deal.approvedByRule",
      "deal.submitted",
      "deal.drafted",
    ]);
    const decisions = await streamOf(manager, dealId, { filter: "decisions", decisions: ["deal.approvedByRule"] });
    expect(decisions).toHaveLength(1);
    const paged: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const asked = { filter: "all" as const, after, decisions: [], now: noon, size: 2 };
      const page: StreamPage = await withActor(manager, (tx) =>
        recordStream(tx, manager, { kind: "deal", id: dealId }, asked),
      );
      paged.push(...page.entries.map(keyText));
      after = page.next ?? undefined;
    }
    expect(paged).toEqual(whole.map(keyText));
  });
});

describe("who is told", () => {
  const told = async () => {
    await deliverEvents([tellPeople([recordNotices])], minutes(30));
    const rows = await sql<{ line: string }>(
      "select p.name || ' as ' || n.because as line from notice n join person p on p.id = n.person_id order by 1",
    );
    await sql("delete from notice");
    await sql("delete from mail");
    return rows.map(({ line }) => line);
  };
  beforeEach(told);

  test("who is mentioned; and who takes part, once and as the closest", async () => {
    const { dealId } = await submitted(alphaSales, {
      customer: { name: "Told GmbH", website: "told.de", country: "DE" },
    });
    done(await write(manager, dealId, `@${finance.name} and @${alphaSales.name}: is that right?`));
    const names = await sql<{ id: string; name: string }>("select id, name from person");
    const name = (actor: PersonActor) => names.find(({ id }) => id === actor.personId)?.name;
    const first = await told();
    expect(first).toContain(`${finance.name} as mentioned`);
    expect(first).toHaveLength(2);
    expect(first).toContain(
      `${name(alphaSales)} as ${first.includes(`${name(alphaSales)} as mentioned`) ? "mentioned" : "follower"}`,
    );
    done(await write(alphaSales, dealId, "Yes."));
    expect(await told()).toEqual([`${manager.name} as follower`]);
  });

  test("of an internal note never a partner, mentioned or not", async () => {
    done(await write(manager, deal, `@${alphaSales.name} @${owner.name} do not tell them`, { internal: true }));
    expect(await told()).toEqual([`${owner.name} as mentioned`]);
  });

  test("who is mentioned only after a change, and nobody a second time", async () => {
    const { commentId } = done(await write(manager, deal, `@${owner.name} look`));
    expect(await told()).toContain(`${owner.name} as mentioned`);
    done(await does(manager, editComment, { commentId, body: `@${finance.name} look` }));
    expect(await told()).toEqual([`${finance.name} as mentioned`]);
  });
});

test("the kinds of records are those the database declares", async () => {
  const declared = await sql<{ kind: string; shared: boolean }>("select kind, shared from record_kind order by kind");
  expect(declared).toEqual(recordKindNames.toSorted().map((kind) => ({ kind, shared: recordKinds[kind].shared })));
});
