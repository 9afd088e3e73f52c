import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { certificatesOf } from "@/modules/people/queries/certificates";
import { withActor } from "@/server/db";
import { checked, fileWith, imported, readImport, rowsOf, undone } from "../../support/imports";
import { seedWorld, today, world } from "../../support/world";

beforeAll(async () => {
  await seedWorld();
});

describe("[MIGR-01] certificates", () => {
  const head = "holder email,certification,product,issued,valid until";

  test("belong to people of partners; a renewal is another one; the undo takes them back", async () => {
    const id = await imported("certificates", [
      head,
      "sam.alpha@test.example,Lakehouse Architect,Lakehouse,2025-03-01,2026-03-01",
      "sam.alpha@test.example,Lakehouse Architect,Lakehouse,2026-02-20,2027-02-20",
      "ben.beta@test.example,Streams Basics,Streams,2026-01-15,",
    ]);
    const heldBy = async (reader: PersonActor, holder: PersonActor) =>
      (await withActor(reader, (tx) => certificatesOf(tx, [holder.personId], today)))
        .get(holder.personId)
        ?.map(({ name, state, expiresOn }) => `${name} ${state} ${expiresOn ?? ""}`) ?? [];
    expect(await heldBy(world.alphaSales, world.alphaSales)).toEqual(["Lakehouse Architect valid 2027-02-20"]);
    expect(await heldBy(world.alphaAdmin, world.alphaSales)).toEqual(["Lakehouse Architect valid 2027-02-20"]);
    expect(await heldBy(world.manager, world.betaSales)).toEqual(["Streams Basics valid "]);
    // Neither a colleague who reads only their own nor another company.
    for (const stranger of [world.alphaOther, world.betaSales, world.cover])
      expect(await heldBy(stranger, world.alphaSales)).toEqual([]);
    await imported(
      "certificates",
      [head, "Sam.Alpha@test.example,lakehouse architect,Lakehouse,2026-02-20,2028-02-20"],
      {
        onDuplicate: "update",
      },
    );
    expect(await heldBy(world.alphaSales, world.alphaSales)).toEqual(["Lakehouse Architect valid 2028-02-20"]);
    expect(await undone(id)).toMatchObject({ removed: 2, kept: [{ why: "changed" }] });
  });

  test("of nobody known, of the vendor's people and that end before they begin are wrong at their field", async () => {
    const id = await readImport("certificates", [
      fileWith("certificates.csv", [
        head,
        "nobody@test.example,Basics,,2026-01-15,",
        "mia.manager@test.example,Basics,,2026-01-15,",
        "sam.alpha@test.example,Basics,,2026-01-15,2026-01-15",
        "sam.alpha@test.example,,,2026-01-15,",
      ]),
    ]);
    await checked(id);
    expect(await rowsOf(id)).toEqual([
      "2 error person unknownReference",
      "3 error person personOfNoPartner",
      "4 error expiresOn expiresBeforeIssued",
      "5 error name missing",
    ]);
  });
});
