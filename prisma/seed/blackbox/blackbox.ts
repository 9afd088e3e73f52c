import { closeSync, openSync, writeFileSync } from "node:fs";
import { idsOf, seedId } from "../ids";
import { fireDueClocks } from "../live";
import { dayAt } from "../moments";
import { inEmptyDatabase, inOneTransaction } from "../owner";
import { seedBeside } from "./beside";
import { openCanaries } from "./canaries";
import { tellConflicts } from "./conflicts";
import { tellJourneys } from "./journeys";
import { type Manifest, manifestSchema } from "./manifest";
import { partners, vendorKey } from "./organisations";
import { readRecords } from "./records";
import { seedSellerRows } from "./seller-rows";
import { markAccounts, seedImport, seedNamedAccount, seedPeopleRows } from "./vendor-rows";
import { seedWorld, vendorMember, type World } from "./world";

/**
 * Fills an empty database with organisations for a checker from outside: everybody who may have a role, records in every state, and
 * a canary in every free text. Returns what the checker needs to know. The words and passwords are new each time.
 */
export function seedBlackbox(ownerUrl: string, now: Date): Promise<Manifest> {
  return inEmptyDatabase(ownerUrl, "blackbox", async (db) => {
    const canaries = openCanaries();
    const world = await inOneTransaction(db, () => seedWorld(db, canaries, dayAt(now)));
    const live = { newId: idsOf("blackbox-live") };
    const teller = { db, live, world, canaries };
    await tellJourneys(teller, now);
    await tellConflicts(teller, now);
    await fireDueClocks(live, now);
    await inOneTransaction(db, async () => {
      await seedImport(db, world, canaries, now);
      await seedPeopleRows(db, world, canaries, now);
      await seedBeside(db, world, canaries, now);
      await seedSellerRows(db, world, canaries, now);
      await markAccounts(db);
      await seedNamedAccount(db, world, canaries, now);
    });
    return manifestSchema.parse({
      madeAt: now.toISOString(),
      ...describe(world),
      records: await readRecords(db, canaries.all()),
      canaries: [...canaries.all()],
    });
  });
}

function describe(world: World): Pick<Manifest, "organisations" | "actors"> {
  const vendor = {
    key: vendorKey,
    side: "vendor" as const,
    id: null,
    name: "The vendor",
    territory: null,
    manager: null,
  };
  const others = partners.map(([key, territory]) => ({
    key,
    side: "partner" as const,
    id: seedId("blackbox", key),
    name: world.partnerWords.get(key) ?? "",
    territory,
    manager: vendorMember(world, "channel_manager", territory).email,
  }));
  const actors = world.members.map(({ actor, email, role, organisation, territory }) => ({
    email,
    password: world.passwords.get(email) ?? "",
    role,
    organisation,
    territory,
    personId: actor.personId,
    seesCompanyDeals: actor.seesCompanyDeals,
  }));
  return { organisations: [vendor, ...others], actors };
}

/** The same, with what the checker needs to know in a file that only this account can read. */
export async function writeBlackbox(ownerUrl: string, now: Date, file: string): Promise<Manifest> {
  // Before anything is seeded: the passwords are known nowhere else.
  closeSync(openSync(file, "w", 0o600));
  const manifest = await seedBlackbox(ownerUrl, now);
  writeFileSync(file, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}
