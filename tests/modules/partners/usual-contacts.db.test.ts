import { beforeAll, expect, test } from "vitest";
import { dayOf } from "@/kernel/dates";
import { contactTopics } from "@/modules/partners/domain/contact-card";
import { contactCardOf, usualContacts } from "@/modules/partners/queries/contact-card";
import { saveUsualContacts } from "@/modules/partners/use-cases/save-usual-contacts";
import { withActor } from "@/server/db";
import { does, done } from "../../support/deals";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { administrator, finance, owner, betaSales, alphaSales } = world;
const empty = Object.fromEntries(contactTopics.map((topic) => [topic, { personId: "", backupId: "" }]));
const save = (changes: object) => does(administrator, saveUsualContacts, { contacts: { ...empty, ...changes } });
const card = () => withActor(betaSales, (tx) => contactCardOf(tx, idOf("beta"), dayOf(noon, "Europe/Berlin")));
const forFinance = { finance: { personId: finance.personId, backupId: owner.personId } };

beforeAll(async () => {
  await seedWorld();
});

test("whom the program names is on the card of every partner at once, and gone when nobody is named any more", async () => {
  done(await save(forFinance));
  expect((await card()).find(({ topic }) => topic === "finance")).toMatchObject({
    person: { name: finance.name },
    backup: { name: owner.name },
    isOwn: false,
  });
  done(await save({}));
  expect((await card()).find(({ topic }) => topic === "finance")).toBeUndefined();
});

test("only the vendor's people who may sign in can be named, and a backup is somebody else", async () => {
  const named = (personId: string, backupId = "") => save({ finance: { personId, backupId } });
  expect(await named(alphaSales.personId)).toMatchObject({ failure: { code: "not_found", entity: "person" } });
  expect(await named(finance.personId, finance.personId)).toMatchObject({
    failure: { fields: { "contacts.finance.backupId": "partners.errors.sameBackup" } },
  });
  expect(await named("", finance.personId)).toMatchObject({
    failure: { fields: { "contacts.finance.personId": "partners.errors.backupAlone" } },
  });
});

test("somebody who was disabled since is named as gone", async () => {
  done(await save(forFinance));
  await sql("update person set disabled_at = $2 where id = $1", [finance.personId, noon]);
  const lines = await withActor(administrator, (tx) => usualContacts(tx));
  expect(lines.find(({ topic }) => topic === "finance")?.person).toMatchObject({ name: finance.name, isGone: true });
});
