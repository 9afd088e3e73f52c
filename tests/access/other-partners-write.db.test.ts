import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import { newId } from "@/server/ids";
import { canariesIn, canary, journey, managerOf, people, seedCompanies } from "../support/canaries";
import { dealVerbs, type Reference, type Verb, verbNamed } from "../support/deal-verbs";
import { dealRow } from "../support/deals";
import { fingerprint } from "../support/fingerprint";
import { participationVerbs } from "../support/participants";
import { partnerVerbs, peopleVerbs } from "../support/people-verbs";
import { world } from "../support/world";

const { alphaSales, alphaColleague, alphaTechnical, betaSales, betaAdmin, distantManager } = people;

const policy = z
  .object({ actions: z.array(z.object({ name: z.string(), useCase: z.string(), permission: z.string() })) })
  .parse(JSON.parse(readFileSync("policy.json", "utf8")));

type Answer = "not_found" | "forbidden" | "ok";
type Answers = Readonly<
  Record<"deal.register" | "deal.decide" | "deal.report" | "deal.confirm" | "record.write" | "dispute.assign", Answer>
>;

const answers = (register: Answer, decide: Answer, report: Answer, confirm: Answer, beside: Answer): Answers => ({
  "deal.register": register,
  "deal.decide": decide,
  "deal.report": report,
  "deal.confirm": confirm,
  "record.write": beside,
  "dispute.assign": "forbidden",
});
const nothing = answers("forbidden", "forbidden", "forbidden", "forbidden", "forbidden");
const outOfSight = answers("not_found", "forbidden", "not_found", "forbidden", "not_found");

/** The role matrix for a deal of a seller of alpha: draft, submit, withdraw; decide; report; confirm a win; write beside it. */
const strangers: readonly (readonly [string, PersonActor, Answers])[] = [
  ["a seller of another partner", betaSales, outOfSight],
  ["an admin of another partner", betaAdmin, outOfSight],
  ["a seller of the same partner", alphaColleague, outOfSight],
  ["a technical person of the same partner", alphaTechnical, { ...nothing, "record.write": "not_found" }],
  [
    "a manager of another territory",
    distantManager,
    answers("not_found", "not_found", "not_found", "not_found", "not_found"),
  ],
  ["a direct seller", world.seller, nothing],
  ["an executive", world.executive, nothing],
  ["an administrator", world.administrator, nothing],
  ["a finance person", world.finance, answers("forbidden", "forbidden", "forbidden", "ok", "ok")],
];

/** What changes nothing but the reader's own rows; tests/modules/notices/notices.db.test.ts and tests/modules/lists/*.db.test.ts show that of each. */
const ownRowsOnly = [
  "notice.readAll",
  "notice.savePreferences",
  "policy.acknowledge",
  "profile.save",
  "profile.saveLanguage",
  "profile.changePassword",
  "profile.endOtherSessions",
  "profile.beginSecondFactor",
  "profile.confirmSecondFactor",
  "profile.renewRecoveryCodes",
  "profile.removeSecondFactor",
  "absence.set",
  "absence.end",
  "list.saveView",
  "list.deleteView",
  "list.chooseColumns",
  "list.startBulk",
];
/** What the vendor's own sellers and their breaches are about; tests/modules/opportunities shows who is refused. */
const ofSellers = ["opportunity.lookUp", "opportunity.open", "breach.close"];
/** What acts on people; tests/access/other-partners-people.db.test.ts is its table of strangers. */
const onPeople = [...peopleVerbs, ...partnerVerbs].map(({ name }) => name);
/**
 * What reaches no deal of anybody by its id, and nobody of a partner; tests/modules/imports/import.db.test.ts and
 * tests/access/settings-write.db.test.ts show that of each.
 */
const ofTheVendor = [
  "import.run",
  "settings.manage",
  "operations.manage",
  "policy.begin",
  "policy.draft",
  "policy.publish",
];
/** What is about customers; tests/modules/accounts/named-accounts.db.test.ts shows who is refused. */
const onAccounts = ["account.name", "account.unname"];
/** What acts on a partner's part in a deal; tests/access/participants.db.test.ts is its table of strangers. */
const onParticipants = ["participation.invite", ...participationVerbs.map(({ name }) => name)];
/** What acts on no deal; tests/modules/partners/contacts.db.test.ts shows who may do it. */
const ofPartners = ["partner.logContact"];
const dealActions = policy.actions.filter(
  ({ useCase, permission }) =>
    ![...ownRowsOnly, ...ofSellers, ...onPeople, ...onParticipants, ...onAccounts, ...ofPartners].includes(useCase) &&
    !ofTheVendor.includes(permission),
);

/** A draft belongs to a partner's person, so the vendor's people are refused before any deal is looked at. */
const beginsDraft = ["deal.saveDraft", "deal.copy"];

function expected(action: (typeof policy.actions)[number], actor: PersonActor, row: Answers): Answer {
  if (beginsDraft.includes(action.useCase) && actor.side === "vendor") return "forbidden";
  const answer = Object.entries(row).find(([permission]) => permission === action.permission)?.[1];
  if (!answer) throw new Error(`${action.permission} has no column in the table of strangers`);
  return answer === "ok" && verbNamed(action.useCase).ownOnly ? "forbidden" : answer;
}

const refusal = (answer: Answer, entity = "deal") => ({
  ok: false,
  failure: answer === "not_found" ? { code: "not_found", entity } : { code: "forbidden" },
});

beforeAll(async () => {
  await seedCompanies();
});

test("every action has a row in the table of verbs, with the permission that guards it, and no row is without an action", () => {
  const rows = dealVerbs
    .filter(({ byRoute }) => !byRoute)
    .map(({ name, permission }) => ({ useCase: name, permission }));
  const actions = dealActions.map(({ useCase, permission }) => ({ useCase, permission }));
  const byName = (a: { useCase: string }, b: { useCase: string }) => (a.useCase < b.useCase ? -1 : 1);
  expect(rows.toSorted(byName)).toEqual(actions.toSorted(byName));
});

const own = "my-own-words";

describe.each(dealActions.map((action) => [action.useCase, action] as const))(
  "[GOVR-02] [S1] %s on a deal of somebody else",
  (_name, action) => {
    const words = canary("alpha", "deal", action.useCase);
    let verb: Verb;
    let foreign: Reference;

    beforeAll(async () => {
      verb = verbNamed(action.useCase);
      const dealId = await journey(alphaSales, managerOf("alpha"), verb.after, words);
      foreign = { dealId, version: (await dealRow(dealId)).version };
    });

    const refused = strangers.filter(([, actor, row]) => expected(action, actor, row) !== "ok");

    test.each(refused)(
      "%s is refused, whether or not there is such a deal, and nothing is written",
      async (_who, actor, row) => {
        const before = await fingerprint();
        const result = await verb.attempt(actor, foreign, own);
        expect(result).toEqual(refusal(expected(action, actor, row), verb.entity));
        // Of what is seen and belongs to somebody else, another id is another thing.
        if (!(verb.ownOnly && row["record.write"] === "ok"))
          expect(await verb.attempt(actor, { ...foreign, dealId: newId() }, own)).toEqual(result);
        expect(canariesIn(result)).toEqual([]);
        expect(await fingerprint()).toEqual(before);
      },
    );

    test("whoever the role matrix names can do exactly this", async () => {
      const named = strangers.find(([, actor, row]) => expected(action, actor, row) === "ok")?.[1];
      const rightful = named ?? { seller: alphaSales, manager: managerOf("alpha"), owner: world.owner }[verb.by];
      const before = await fingerprint();
      expect(await verb.attempt(rightful, foreign, words)).toMatchObject({ ok: true });
      expect(await fingerprint()).not.toEqual(before);
    });
  },
);

test.each([
  ["a seller of another partner", betaSales],
  ["a seller of the same partner", alphaColleague],
])("[GOVR-02] %s cannot begin a draft under the id of a foreign deal", async (_who, actor) => {
  const dealId = await journey(alphaSales, managerOf("alpha"), [], canary("alpha", "deal", `taken by ${actor.name}`));
  const before = await fingerprint();
  const result = await verbNamed("deal.saveDraft").attempt(actor, { dealId, version: 0 }, own);
  expect(result).toEqual(refusal("not_found"));
  expect(await fingerprint()).toEqual(before);
});
