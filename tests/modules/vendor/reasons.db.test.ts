import { beforeAll, describe, expect, test } from "vitest";
import {
  declineReasons,
  disputeReasons,
  extensionReasons,
  lossReasons,
  type ReasonKind,
  reasonKinds,
  rejectionReasons,
  releaseReasons,
  reliesOn,
  revocationCauses,
} from "@/modules/deals/domain/reasons";
import { reasonChoices } from "@/modules/deals/queries/reasons";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { listReasons } from "@/modules/vendor/queries/reasons";
import { removeReason } from "@/modules/vendor/use-cases/remove-reason";
import { saveReason } from "@/modules/vendor/use-cases/save-reason";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { administrator, alphaSales, manager } = world;
const listed = (kind: ReasonKind) => withActor(administrator, (tx) => listReasons(tx, kind));
const one = async (kind: ReasonKind, code: string) => (await listed(kind)).find((reason) => reason.code === code);
const fields = (given: Record<string, string>) => ({ failure: { code: "invalid", fields: given } });

async function save(kind: ReasonKind, code: string, changes: object = {}) {
  const before = await one(kind, code);
  const place = (await listed(kind)).findIndex((reason) => reason.code === code) + 1;
  const kept = {
    names: before?.names ?? {},
    active: before?.active ?? true,
    noteRequired: before?.noteRequired ?? false,
  };
  const version = before?.version ?? 0;
  return does(administrator, saveReason, { kind, code, version, ...kept, place: place || 1, ...changes });
}

let turn = 0;
async function lost(reason: string, note = "") {
  turn += 1;
  const customer = { name: `Reason ${turn} Works`, website: `reason-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer });
  const { version } = await dealRow(dealId);
  return { dealId, result: await does(alphaSales, reportLoss, { dealId, version, reason, lostOn: today, note }) };
}

beforeAll(async () => {
  await seedWorld();
});

test("the product brings its reasons, each kind in its order", async () => {
  const choices = await withActor(alphaSales, (tx) => reasonChoices(tx));
  const brought = {
    rejection: rejectionReasons,
    loss: lossReasons,
    release: releaseReasons,
    revocation: revocationCauses,
    extension: extensionReasons,
    decline: declineReasons,
    dispute_upheld: disputeReasons.upheld,
    dispute_overturned: disputeReasons.overturned,
  };
  for (const kind of reasonKinds) expect(choices[kind].map(({ code }) => code)).toEqual(brought[kind]);
});

describe("[DEAL-05] a reason of the vendor", () => {
  test("is offered at its place, given, counted, and then no longer removed", async () => {
    done(await save("loss", "moved_abroad", { names: { en: "Moved abroad", de: "Verlegt" }, place: 2 }));
    expect((await listed("loss")).map(({ code }) => code).slice(0, 3)).toEqual(["competitor", "moved_abroad", "price"]);
    expect((await lost("moved_abroad")).result).toMatchObject({ ok: true });
    const reason = await one("loss", "moved_abroad");
    expect(reason).toMatchObject({ used: 1, builtIn: false, fixed: null });
    const { kind = "", code = "", version = 0 } = reason ?? {};
    expect(await does(administrator, removeReason, { kind, code, version })).toMatchObject({
      failure: { code: "refused", reason: "vendor.errors.reasonInUse", params: { count: 1 } },
    });
  });

  test("switched off meanwhile is refused at its field; the old record keeps it", async () => {
    const { dealId } = await lost("price");
    done(await save("loss", "price", { active: false }));
    expect((await lost("price")).result).toMatchObject(fields({ reason: "deals.errors.reasonOff" }));
    const record = await withActor(manager, (tx) => recordDeal(tx, manager, dealId, noon, "Europe/Berlin"));
    expect(record?.loss?.reason).toBe("price");
    done(await save("loss", "price", { active: true }));
    expect((await lost("price")).result).toMatchObject({ ok: true });
  });

  test("that needs a note is refused without one, and the note is on record", async () => {
    done(await save("loss", "no_budget", { noteRequired: true }));
    expect((await lost("no_budget")).result).toMatchObject(fields({ note: "deals.errors.noteForReason" }));
    const { dealId } = await lost("no_budget", "The council cut it.");
    const told = await sql("select data ->> 'note' as note from event where subject_id = $1 and type = 'deal.lost'", [
      dealId,
    ]);
    expect(told).toEqual([{ note: "The council cut it." }]);
  });

  test("nobody has given can be removed and added again", async () => {
    const content = { names: { en: "Merged" } };
    done(await save("loss", "merged", content));
    done(await does(administrator, removeReason, { kind: "loss", code: "merged", version: 1 }));
    expect((await lost("merged")).result).toMatchObject(fields({ reason: "deals.errors.reasonOff" }));
    done(await save("loss", "merged", content));
    expect(await one("loss", "merged")).toMatchObject({ active: true, names: { en: "Merged" } });
  });

  test("needs a name, and a code that is free", async () => {
    expect(await save("loss", "unnamed")).toMatchObject(fields({ "names.en": "vendor.errors.reasonName" }));
    expect(await save("loss", "price", { version: 0 })).toMatchObject(
      fields({ code: "vendor.errors.reasonCodeTaken" }),
    );
  });
});

describe("what rules and decisions go by", () => {
  const relied = reasonKinds.flatMap((kind) =>
    [...rejectionReasons, "price"].flatMap((code) => (reliesOn(kind, code) ? [[kind, code] as const] : [])),
  );

  test.each(relied)("stays on: %s, %s; also past the use case", async (kind, code) => {
    const why = `vendor.errors.reasonRelied.${reliesOn(kind, code)}`;
    expect(await save(kind, code, { active: false })).toMatchObject(fields({ active: why }));
    await expect(
      sql("update reason_code set active = false where kind = $1 and code = $2", [kind, code]),
    ).rejects.toThrow("reason_code_relied_on");
  });

  test("can be called something else, and goes back to the product's words", async () => {
    done(await save("rejection", "protected_registration", { names: { en: "Taken" } }));
    const given = () =>
      sql("select path, code, names from identity.given_words() where code = 'protected_registration'");
    expect(await given()).toEqual([{ path: "deals.reason", code: "protected_registration", names: { en: "Taken" } }]);
    done(await save("rejection", "protected_registration", { names: {} }));
    expect(await given()).toEqual([]);
  });

  test("a reason that both outcomes of a dispute have is called the same in both", async () => {
    done(await save("dispute_upheld", "other", { names: { en: "Something else" } }));
    expect((await one("dispute_overturned", "other"))?.names).toEqual({ en: "Something else" });
  });
});

test("[R2] of two people who save at once one wins, and the other reads a conflict", async () => {
  const version = (await one("release", "not_pursued"))?.version ?? 0;
  const write = (name: string) => save("release", "not_pursued", { version, names: { en: name } });
  const results = await Promise.all([write("One"), write("Two")]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({ failure: { code: "conflict" } });
});

test("everybody reads the reasons, and nobody but the system writes them", async () => {
  for (const actor of [alphaSales, manager, administrator]) {
    const attempt = withActor(actor, (tx) => tx.reasonCode.updateMany({ data: { active: true } }));
    await expect(attempt).rejects.toThrow();
  }
});
