import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { newId } from "@/server/ids";
import { canariesIn, people, seedCompanies } from "../support/canaries";
import { fingerprint } from "../support/fingerprint";
import { type PeopleReference, partnerVerbs, peopleVerbs } from "../support/people-verbs";
import { idOf, noon, sql, world } from "../support/world";

type Answer = "not_found" | "forbidden";

/** The row "partner's people" of the role matrix, for the people of alpha. */
const strangers: readonly (readonly [string, PersonActor, Answer])[] = [
  ["an admin of another partner", people.betaAdmin, "not_found"],
  ["a seller of another partner", people.betaSales, "forbidden"],
  ["a seller of the same partner", people.alphaColleague, "forbidden"],
  ["a technical person of the same partner", people.alphaTechnical, "forbidden"],
  ["a manager of another territory", people.distantManager, "not_found"],
  ["a direct seller", world.seller, "forbidden"],
  ["an executive", world.executive, "forbidden"],
  ["a finance person", world.finance, "forbidden"],
  ["a program owner", world.owner, "forbidden"],
];
const rightful = [
  ["an admin of the partner", people.alphaAdmin],
  ["its channel manager", world.manager],
  ["an administrator", world.administrator],
] as const;

const newcomer = (name: string, disabled = false) =>
  sql("insert into person (id, partner_id, email, name, disabled_at) values ($1, $2, $3, $4, $5) returning id", [
    newId(),
    idOf("alpha"),
    `${newId()}@test.example`,
    name,
    disabled ? noon : null,
  ]).then(async ([row]) => {
    await sql(
      "insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, 'partner_sales')",
      [row?.id, idOf("alpha")],
    );
    return String(row?.id);
  });

async function invited(): Promise<string> {
  const id = newId();
  await sql(
    `insert into invitation (id, partner_id, email, name, roles, locale, zone, invited_by_id, created_at, sent_at, expires_at)
     values ($1, $2, $3, 'Nia', '{partner_sales}', 'en', 'UTC', $4, $5, $5, $5::timestamptz + interval '14 days')`,
    [id, idOf("alpha"), `${id}@test.example`, people.alphaAdmin.personId, noon],
  );
  return id;
}

beforeAll(async () => {
  await seedCompanies();
});

describe.each(peopleVerbs.map((verb) => [verb.name, verb] as const))(
  "[GOVR-02] [S1] %s at another partner",
  (_name, verb) => {
    let foreign: PeopleReference;

    beforeEach(async () => {
      foreign = {
        partnerId: idOf("alpha"),
        personId: await newcomer("Noa"),
        disabledId: await newcomer("Dee", true),
        invitationId: await invited(),
      };
    });

    test.each(strangers)(
      "%s is refused, whether or not there is such a row, and nothing is written",
      async (_who, actor, answer) => {
        const before = await fingerprint();
        const result = await verb.attempt(actor, foreign, "my-own-words");
        const failure = answer === "forbidden" ? { code: "forbidden" } : { code: "not_found", entity: verb.entity };
        expect(result).toEqual({ ok: false, failure });
        const nowhere = { partnerId: newId(), personId: newId(), disabledId: newId(), invitationId: newId() };
        expect(await verb.attempt(actor, nowhere, "my-own-words")).toEqual(result);
        expect(canariesIn(result)).toEqual([]);
        expect(await fingerprint()).toEqual(before);
      },
    );

    test.each(rightful)("%s can do exactly this", async (_who, actor) => {
      expect(await verb.attempt(actor, foreign, `w${newId()}`)).toMatchObject({ ok: true });
    });
  },
);

test("[GOVR-02] whoever manages a partner's people has no say about the vendor's", async () => {
  const vendorPerson = {
    partnerId: "",
    personId: world.finance.personId,
    disabledId: world.finance.personId,
    invitationId: newId(),
  };
  const before = await fingerprint();
  for (const verb of peopleVerbs.filter(({ entity }) => entity === "person")) {
    expect(await verb.attempt(world.manager, vendorPerson, "x")).toEqual({ ok: false, failure: { code: "forbidden" } });
    expect(await verb.attempt(people.alphaAdmin, vendorPerson, "x")).toMatchObject({ ok: false });
  }
  expect(await fingerprint()).toEqual(before);
});

/** Who may do what about alpha as a whole: its contact card, and a look at its pages. */
const aboutPartner: Readonly<Record<string, readonly (readonly [string, PersonActor, Answer | "ok"])[]>> = {
  "partner.saveContacts": [
    ["its own admin", people.alphaAdmin, "forbidden"],
    ["an admin of another partner", people.betaAdmin, "forbidden"],
    ["a manager of another territory", people.distantManager, "not_found"],
    ["an administrator", world.administrator, "forbidden"],
    ["its channel manager", world.manager, "ok"],
    ["a program owner", world.owner, "ok"],
  ],
  "partner.viewAs": [
    ["its own admin", people.alphaAdmin, "forbidden"],
    ["an admin of another partner", people.betaAdmin, "forbidden"],
    ["a manager of another territory", people.distantManager, "not_found"],
    ["a finance person", world.finance, "forbidden"],
    ["its channel manager", world.manager, "ok"],
    ["an administrator", world.administrator, "ok"],
  ],
};

describe.each(partnerVerbs.map((verb) => [verb.name, verb] as const))("[GOVR-02] [S1] %s", (name, verb) => {
  const reference = (partnerId: string) => ({ partnerId, personId: "", disabledId: "", invitationId: "" });

  test.each(aboutPartner[name] ?? [])("by %s", async (_who, actor, answer) => {
    const before = await fingerprint();
    const result = await verb.attempt(actor, reference(idOf("alpha")), "");
    if (answer === "ok") return expect(result).toMatchObject({ ok: true });
    const failure = answer === "forbidden" ? { code: "forbidden" } : { code: "not_found", entity: "partner" };
    expect(result).toEqual({ ok: false, failure });
    expect(await verb.attempt(actor, reference(newId()), "")).toEqual(result);
    expect(await fingerprint()).toEqual(before);
  });

  test("has somebody who may and somebody who may not", () => {
    expect(new Set((aboutPartner[name] ?? []).map(([, , answer]) => answer)).size).toBe(3);
  });
});
