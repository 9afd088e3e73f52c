import type pg from "pg";
import { seedId } from "../ids";
import { insert } from "../insert";
import type { Canaries } from "./canaries";
import type { World } from "./world";
import { vendorMember } from "./world";

const id = (...name: string[]) => seedId("blackbox", ...name);

/** What only the vendor's people may read: an import that was checked and not committed, and how its layout was understood. */
export async function seedImport(db: pg.Client, world: World, canaries: Canaries, now: Date): Promise<void> {
  const words = canaries.make("vendor", "import");
  const importId = id("import");
  const said = { [words]: words };
  const { actor } = vendorMember(world, "administrator");
  const file = { importId, part: "accounts" };
  await insert(db, "import", [
    {
      id: importId,
      preset: "accounts",
      name: words,
      status: "checked",
      onDuplicate: "skip",
      goodRowsOnly: false,
      answers: said,
      report: said,
      createdById: actor.personId,
      createdByName: words,
      createdAt: now,
      checkedAt: now,
    },
  ]);
  const format = {
    encoding: "utf-8",
    encodingBy: "mark",
    delimiter: ",",
    headerLine: 1,
    sha256: "0".repeat(64),
    bytes: 64,
  };
  const profile = { profiles: said, rows: 1, blank: 0 };
  await insert(db, "import_part", [
    { ...file, position: 1, target: "account", fileName: `${words}.csv`, ...format, ...profile },
  ]);
  await insert(db, "import_row", [
    {
      id: id("import-row"),
      ...file,
      line: 2,
      cells: [words],
      state: "ready",
      values: said,
      problems: [words],
      identity: [words],
      words: [words],
      links: said,
      refs: said,
      data: said,
      fresh: said,
      children: said,
    },
  ]);
  await insert(db, "import_write", [
    { position: 1, importId, target: "account", recordId: id("import-row"), kind: "insert", child: said, before: said },
  ]);
  await insert(db, "import_progress", [{ importId, step: "check", done: 1, total: 1, at: now }]);
  const mapping = { preset: "accounts", part: "accounts", signature: words, columns: said, values: said };
  await insert(db, "import_mapping", [{ ...mapping, usedAt: now }]);
  const reference = { target: "account", source: "crm", reference: words, recordId: id("account", "NORTH-one") };
  await insert(db, "external_reference", [reference]);
}

/** A customer of a partner is kept for a seller of the vendor, by an entry that has ended: it decides nothing any more. */
export async function seedNamedAccount(db: pg.Client, world: World, canaries: Canaries, now: Date): Promise<void> {
  const owner = vendorMember(world, "direct_seller").actor;
  const by = vendorMember(world, "program_owner").actor;
  const { rows } = await db.query<{ id: string }>(
    "select id from account where name like 'CNRY-alpha-%' order by id limit 1",
  );
  await insert(db, "named_account", [
    {
      id: id("named-account"),
      accountId: rows[0]?.id,
      ownerId: owner.personId,
      ownerName: owner.name,
      consequence: "listed",
      note: canaries.make("vendor", "named", "alpha"),
      namedAt: now,
      namedById: by.personId,
      namedByName: by.name,
      endedAt: now,
      endedById: by.personId,
    },
  ]);
}

/** Tax numbers of partners' customers, which no form asks for yet: the words the customer is called by. */
export async function markAccounts(db: pg.Client): Promise<void> {
  await db.query("update account set tax_id = name where name like 'CNRY-%'");
}

/** At every partner somebody is invited by its admin, and another choice than the usual stands on its contact card. */
export async function seedPeopleRows(db: pg.Client, world: World, canaries: Canaries, now: Date): Promise<void> {
  const owner = vendorMember(world, "program_owner").actor.personId;
  await insert(db, "program_contact", [{ topic: "escalation", personId: owner }]);
  for (const { actor, organisation } of world.members.filter(({ role }) => role === "partner_admin")) {
    const words = canaries.make(organisation, "invitation");
    const sent = { createdAt: now, sentAt: now, expiresAt: new Date(now.getTime() + 14 * 86_400_000) };
    const invited = {
      email: `${words.toLowerCase()}@example.com`,
      name: words,
      title: words,
      roles: ["partner_sales"],
    };
    await insert(db, "invitation", [
      {
        id: id("invitation", organisation),
        partnerId: actor.partnerId,
        invitedById: actor.personId,
        number: 1,
        locale: "en",
        zone: "UTC",
        ...invited,
        ...sent,
      },
    ]);
    await insert(db, "contact_choice", [{ partnerId: actor.partnerId, topic: "escalation", personId: owner }]);
  }
}
