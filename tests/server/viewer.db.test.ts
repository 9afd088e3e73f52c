import { beforeAll, describe, expect, test } from "vitest";
import { findViewer } from "@/server/auth/viewer";
import { newId } from "@/server/ids";
import { idOf, noon, seedWorld, sql, world } from "../support/world";

const { alphaSales, finance } = world;

async function sessionOf(personId: string): Promise<string> {
  const id = newId();
  await sql(
    "insert into identity.session (id, person_id, last_seen_at, expires_at) values ($1, $2, $3, $3::timestamptz + interval '1 hour')",
    [id, personId, noon],
  );
  return id;
}

const give = (personId: string, partnerId: string | null, role: string) =>
  sql("insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, $3)", [
    personId,
    partnerId,
    role,
  ]);

/** A membership from before the database refused it. */
async function smuggle(personId: string, partnerId: string | null, role: string): Promise<void> {
  await sql("alter table membership disable trigger membership_in_own_organisation");
  await give(personId, partnerId, role);
  await sql("alter table membership enable trigger membership_in_own_organisation");
}

beforeAll(async () => {
  await seedWorld();
});

describe("[GOVR-01] a role in an organisation that is not the person's", () => {
  test.each<[string, string, string | null, string]>([
    ["the vendor's, for a person of a partner", alphaSales.personId, null, "program_owner"],
    ["a partner's, for a person of the vendor", finance.personId, idOf("alpha"), "partner_admin"],
    ["another partner's", alphaSales.personId, idOf("beta"), "partner_admin"],
  ])("is refused by the database: %s", async (_, person, partner, role) => {
    await expect(give(person, partner, role)).rejects.toThrow("own organisation");
  });

  test("is refused where the person moves and keeps it", async () => {
    const move = () => sql("update person set partner_id = $2 where id = $1", [alphaSales.personId, idOf("beta")]);
    await expect(move()).rejects.toThrow("own organisation");
  });

  test("counts for nothing where it stands all the same", async () => {
    await smuggle(alphaSales.personId, null, "program_owner");
    await smuggle(alphaSales.personId, idOf("beta"), "partner_admin");
    await smuggle(finance.personId, idOf("alpha"), "partner_admin");
    expect((await findViewer(await sessionOf(alphaSales.personId), noon))?.actor).toEqual(alphaSales);
    expect((await findViewer(await sessionOf(finance.personId), noon))?.actor).toEqual(finance);
  });

  test("may be ended, and the person may move once it is", async () => {
    await sql("update membership set ended_at = now() where person_id = $1", [alphaSales.personId]);
    await sql("update person set partner_id = $2 where id = $1", [alphaSales.personId, idOf("beta")]);
    expect(await findViewer(await sessionOf(alphaSales.personId), noon)).toBeNull();
    await give(alphaSales.personId, idOf("beta"), "partner_technical");
    const moved = await findViewer(await sessionOf(alphaSales.personId), noon);
    expect(moved?.actor).toMatchObject({ partnerId: idOf("beta"), roles: ["partner_technical"] });
  });
});
