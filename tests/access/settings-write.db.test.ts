import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import { retryDelivery } from "@/modules/operations/use-cases/retry-deliveries";
import { retryMail } from "@/modules/operations/use-cases/retry-mails";
import { saveUsualContacts } from "@/modules/partners/use-cases/save-usual-contacts";
import { saveSignInRules } from "@/modules/people/use-cases/save-sign-in-rules";
import { addHoliday } from "@/modules/vendor/use-cases/add-holiday";
import { bringBackRegion } from "@/modules/vendor/use-cases/bring-back-region";
import { checkRates } from "@/modules/vendor/use-cases/check-rates";
import { importRates } from "@/modules/vendor/use-cases/import-rates";
import { publishTemplate } from "@/modules/vendor/use-cases/publish-template";
import { removeHoliday } from "@/modules/vendor/use-cases/remove-holiday";
import { removeLogo } from "@/modules/vendor/use-cases/remove-logo";
import { removeReason } from "@/modules/vendor/use-cases/remove-reason";
import { retireCalendar } from "@/modules/vendor/use-cases/retire-calendar";
import { retireRegion } from "@/modules/vendor/use-cases/retire-region";
import { retireTerritory } from "@/modules/vendor/use-cases/retire-territory";
import { saveAccent } from "@/modules/vendor/use-cases/save-accent";
import { saveCalendar } from "@/modules/vendor/use-cases/save-calendar";
import { saveLogo } from "@/modules/vendor/use-cases/save-logo";
import { saveProductLine } from "@/modules/vendor/use-cases/save-product-line";
import { saveProfile } from "@/modules/vendor/use-cases/save-profile";
import { saveReason } from "@/modules/vendor/use-cases/save-reason";
import { saveRegion } from "@/modules/vendor/use-cases/save-region";
import { saveReporting } from "@/modules/vendor/use-cases/save-reporting";
import { saveTerritory } from "@/modules/vendor/use-cases/save-territory";
import { sayStep } from "@/modules/vendor/use-cases/say-step";
import { setProductLineActive } from "@/modules/vendor/use-cases/set-product-line-active";
import { setRateFeed } from "@/modules/vendor/use-cases/set-rate-feed";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { people, seedCompanies } from "../support/canaries";
import { fingerprint } from "../support/fingerprint";
import { idOf, noon, world } from "../support/world";

const policy = z
  .object({ actions: z.array(z.object({ useCase: z.string(), permission: z.string() })) })
  .parse(JSON.parse(readFileSync("policy.json", "utf8")));

// Each use case has an input of its own; here they only have to be called alike.
// biome-ignore lint/suspicious/noExplicitAny: the input is given as unknown and parsed by the use case
const verbs: readonly UseCase<any, any>[] = [
  addHoliday,
  bringBackRegion,
  checkRates,
  importRates,
  publishTemplate,
  removeHoliday,
  removeLogo,
  removeReason,
  retireCalendar,
  retryDelivery,
  retryMail,
  retireRegion,
  retireTerritory,
  saveAccent,
  saveCalendar,
  saveLogo,
  saveProductLine,
  saveProfile,
  saveReason,
  saveRegion,
  saveReporting,
  saveSignInRules,
  saveTerritory,
  saveUsualContacts,
  sayStep,
  setProductLineActive,
  setRateFeed,
];

const ofTheVendor = ["settings.manage", "operations.manage", "policy.begin"];
const everybody: readonly (readonly [string, PersonActor])[] = [
  ["a seller of a partner", people.alphaSales],
  ["an admin of a partner", people.alphaAdmin],
  ["a technical person of a partner", people.alphaTechnical],
  ["a channel manager", world.manager],
  ["a program owner", world.owner],
  ["a direct seller", world.seller],
  ["a finance person", world.finance],
  ["an executive", world.executive],
  ["an administrator", world.administrator],
];
const holder = {
  "settings.manage": "an administrator",
  "operations.manage": "an administrator",
  "policy.begin": "a program owner",
};

beforeAll(async () => {
  await seedCompanies();
});

test("every action about settings and operations is called below", () => {
  const actions = policy.actions.filter(({ permission }) => ofTheVendor.includes(permission));
  const named = verbs.map(({ name, permission }) => ({ useCase: name, permission }));
  const byName = (a: { useCase: string }, b: { useCase: string }) => (a.useCase < b.useCase ? -1 : 1);
  expect(named.toSorted(byName)).toEqual(
    actions.map(({ useCase, permission }) => ({ useCase, permission })).toSorted(byName),
  );
});

describe.each(verbs.map((verb) => [verb.name, verb] as const))("[GOVR-01] [S4] %s", (_name, verb) => {
  // The keys of the table are these permissions.
  const rightful = holder[verb.permission as keyof typeof holder];

  test.each(everybody.filter(([who]) => who !== rightful))(
    "is refused to %s, and nothing is written",
    async (_who, actor) => {
      const before = await fingerprint();
      const input = { id: idOf("dach"), version: 1, name: "Taken over" };
      const result = await execute(verb, actor, input, { now: noon, newId });
      expect(result).toEqual({ ok: false, failure: { code: "forbidden" } });
      expect(await fingerprint()).toEqual(before);
    },
  );
});
