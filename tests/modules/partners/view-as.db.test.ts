import { beforeAll, expect, test } from "vitest";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { savePreferences } from "@/modules/notices/use-cases/save-preferences";
import { lookAtPartner } from "@/modules/partners/use-cases/look-at-partner";
import { stopLooking } from "@/modules/partners/use-cases/stop-looking";
import { findViewer } from "@/server/auth/viewer";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { people, seedCompanies } from "../../support/canaries";
import { done, submitted } from "../../support/deals";
import { fingerprint } from "../../support/fingerprint";
import { idOf, noon, sql, world } from "../../support/world";

const { manager } = world;
let session = "";

beforeAll(async () => {
  await seedCompanies();
  session = newId();
  await sql(
    "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
    [session, manager.personId, noon],
  );
});

const act = <Input, Value>(verb: UseCase<Input, Value>, input: unknown, actor = manager) =>
  execute(verb, actor, input, { now: noon, newId, session: { id: session, provedAt: noon } });
const viewer = async () => {
  const found = await findViewer(session, noon);
  if (!found) throw new Error("nobody is signed in");
  return found;
};

test("[GOVR-01] a manager who looks at a partner sees what its admin sees, changes nothing, and it is on record", async () => {
  const { dealId } = await submitted(people.alphaSales);
  const foreign = await submitted(people.betaSales, {
    customer: { name: "Weserbau AG", website: "weserbau.com", country: "DE" },
  });
  done(await act(lookAtPartner, { partnerId: idOf("alpha") }));
  const { actor, self, lookingAt } = await viewer();
  expect(self).toEqual(manager);
  expect(lookingAt?.partnerId).toBe(idOf("alpha"));
  expect(actor).toMatchObject({ side: "partner", partnerId: idOf("alpha"), roles: ["partner_admin"], onlyLooks: true });
  const seen = await withActor(actor, (tx) => tx.deal.findMany({ select: { id: true } }));
  expect(seen.map(({ id }) => id)).toContain(dealId);
  expect(seen.map(({ id }) => id)).not.toContain(foreign.dealId);

  const before = await fingerprint();
  const onlyLooks = { ok: false, failure: { code: "refused", reason: "failures.onlyLooks" } };
  const draft = { dealId: newId(), version: 0, draft: emptyDraft("EUR") };
  expect(await act(saveDraft, draft, actor)).toEqual(onlyLooks);
  const preferences = { kinds: {}, quietFrom: "", quietUntil: "", digestAt: "08:00" };
  expect(await act(savePreferences, preferences, actor)).toEqual(onlyLooks);
  expect(await fingerprint()).toEqual(before);

  done(await act(stopLooking, { partnerId: idOf("alpha") }));
  expect((await viewer()).actor).toEqual(manager);
  const events = await sql(
    "select type, actor_id, audience from event where type like 'partner.view%' order by sequence",
  );
  expect(events).toEqual([
    { type: "partner.viewBegun", actor_id: manager.personId, audience: "vendor" },
    { type: "partner.viewEnded", actor_id: manager.personId, audience: "vendor" },
  ]);
});

test("a look ends with the care for the partner", async () => {
  done(await act(lookAtPartner, { partnerId: idOf("beta") }));
  expect((await viewer()).lookingAt?.partnerId).toBe(idOf("beta"));
  await sql("update partner set channel_manager_id = null where id = $1", [idOf("beta")]);
  expect((await viewer()).actor).toEqual(manager);
});
