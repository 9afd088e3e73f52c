import type pg from "pg";
import { seedId } from "../ids";
import { insert } from "../insert";
import type { Canaries } from "./canaries";
import { partners } from "./organisations";
import { vendorMember, type World } from "./world";

const id = (...name: string[]) => seedId("blackbox", ...name);

type Deal = { id: string; partner_id: string; owner_id: string; owner: string };

/** Comments, files, tasks and contacts beside a deal of every partner, each with words of its own, and where its office is. */
export async function seedBeside(db: pg.Client, world: World, canaries: Canaries, now: Date): Promise<void> {
  const { rows: deals } = await db.query<Deal>(
    `select distinct on (d.partner_id) d.id, d.partner_id, d.owner_id, p.name as owner
     from deal d join person p on p.id = d.owner_id order by d.partner_id, d.number`,
  );
  for (const [key, territory] of partners) {
    const partnerId = id(key);
    const manager = vendorMember(world, "channel_manager", territory).actor;
    const words = (kind: string) => canaries.make(key, kind);
    await insert(db, "partner_location", [
      {
        id: id(key, "location"),
        partnerId,
        name: words("location"),
        address: words("location"),
        city: words("location"),
        country: "DE",
        taxId: words("location"),
        isMain: true,
      },
    ]);
    const holder = deals.find((row) => row.partner_id === partnerId)?.owner_id;
    await insert(db, "certificate", [
      {
        id: id(key, "certificate"),
        partnerId,
        personId: holder,
        name: words("certificate"),
        level: words("certificate"),
        issuedOn: "2026-01-15",
        source: "import",
        createdAt: now,
      },
    ]);
    await insert(db, "partner_contact", [
      {
        id: id(key, "contact"),
        partnerId,
        kind: "call",
        at: now,
        note: words("contact"),
        people: [words("contact")],
        loggedById: manager.personId,
        loggedByName: manager.name,
        loggedAt: now,
      },
    ]);
    const deal = deals.find((each) => each.partner_id === partnerId);
    if (!deal) continue;
    await insert(db, "list_view", [
      {
        id: id(key, "view"),
        personId: deal.owner_id,
        partnerId,
        list: "deals",
        name: words("view"),
        query: `?search=${words("view")}`,
        shared: false,
        createdAt: now,
      },
    ]);
    await insert(db, "deal_dispute", [
      await disputeOf(db, world, partnerId, id(key, "dispute"), words("dispute"), now),
    ]);
    const subject = { subjectKind: "deal", subjectId: deal.id, partnerId };
    await insert(db, "record_comment", [
      {
        id: id(key, "comment"),
        ...subject,
        audience: "all",
        authorId: deal.owner_id,
        authorName: deal.owner,
        authorSide: "partner",
        body: words("comment"),
        mentions: [],
        at: now,
        version: 1,
      },
      {
        id: id(key, "note"),
        ...subject,
        audience: "internal",
        authorId: manager.personId,
        authorName: manager.name,
        authorSide: "vendor",
        body: words("note"),
        mentions: [],
        at: now,
        version: 1,
      },
    ]);
    const file = id(key, "file");
    await insert(db, "record_file", [
      { id: file, ...subject, audience: "all", name: `${words("file")}.pdf`, addedById: deal.owner_id, at: now },
    ]);
    await insert(db, "record_file_version", [
      {
        id: id(key, "file", "1"),
        fileId: file,
        partnerId,
        number: 1,
        bytes: 10,
        type: "application/pdf",
        sha256: "0".repeat(64),
        scan: "clean",
        uploadedById: deal.owner_id,
        uploadedByName: deal.owner,
        uploadedBySide: "partner",
        at: now,
      },
    ]);
    const by = { createdById: deal.owner_id, createdByName: deal.owner, createdAt: now };
    await insert(db, "record_task", [
      {
        id: id(key, "task"),
        ...subject,
        audience: "all",
        title: words("task"),
        ownerId: deal.owner_id,
        ownerName: deal.owner,
        dueOn: "2027-01-15",
        ...by,
        doneAt: now,
        doneByName: deal.owner,
        version: 1,
      },
    ]);
  }
}

/** A rejection of the partner that was disputed and upheld by the program owner. */
async function disputeOf(db: pg.Client, world: World, partnerId: string, disputeId: string, words: string, now: Date) {
  const { rows } = await db.query<{ deal: string; decision: string; decider: string | null; owner: string }>(
    `select d.id as deal, c.id as decision, c.decider_id as decider, d.owner_id as owner
     from deal d join decision c on c.subject_id = d.id and c.outcome = 'rejected'
     where d.partner_id = $1 and d.status = 'rejected' order by d.number limit 1`,
    [partnerId],
  );
  const [rejected] = rows;
  if (!rejected) throw new Error("a partner without a rejection");
  const judge = vendorMember(world, "program_owner").actor;
  return {
    id: disputeId,
    dealId: rejected.deal,
    partnerId,
    decisionId: rejected.decision,
    firstDeciderId: rejected.decider,
    openedById: rejected.owner,
    openedAt: now,
    statement: words,
    status: "upheld",
    ownerId: judge.personId,
    ownerName: judge.name,
    dueAt: now,
    reason: "existing_customer",
    note: words,
    closedAt: now,
    closedById: judge.personId,
    closedByName: judge.name,
  };
}
