import { expect, test } from "vitest";
import { lint } from "@/kernel/policy-lint";
import { assign, assignmentFacts, managerOf } from "@/modules/partners/presets/assignment";
import { assignmentPolicy } from "../../prisma/seed/assignment-policy";
import { seedPartners, seedRegions } from "../../prisma/seed/partners";
import { vendorPeople } from "../../prisma/seed/personas";

const territories = {
  regions: seedRegions.map(([code, , parent]) => ({ code, parent })),
  managers: vendorPeople
    .filter(({ role }) => role === "channel_manager")
    .map(({ name, region }) => ({ email: name, region: region ?? null })),
};
const filled = (row: Record<string, string>) => assign({ name: "A", ...row }, assignmentPolicy, territories);

test("the demo's rules for new partners are sound", () => {
  expect(lint(assignmentPolicy, assignmentFacts)).toEqual([]);
});

test("[PLAT-07] the demo's rules put a company of each of its countries where its partners are, with a manager", () => {
  for (const { country, region } of seedPartners) {
    const { values } = filled({ country });
    expect(values.region, country).toBe(region);
    expect(managerOf(region, territories), country).toBe(values.manager);
  }
});

test.each([
  [{ country: "DE", business: "Managed services" }, "DACH", ["msp"], "EUR"],
  [{ country: "CH", business: "Consulting" }, "DACH", ["system_integrator"], "CHF"],
  [{ country: "US" }, "NAMER", ["reseller"], "USD"],
  [{ country: "BR" }, "GLOBAL", ["reseller"], "EUR"],
] as const)("%j belongs to %s", (row, region, types, currency) =>
  expect(filled({ ...row }).values).toMatchObject({ region, types, currency, tier: "registered" }),
);
