import { describe, expect, test } from "vitest";
import type { PolicyBody } from "@/kernel/policy";
import { lint } from "@/kernel/policy-lint";
import type { TypedRow } from "@/modules/imports/domain/preset";
import { assign, assignmentFacts, managerOf, type Territories } from "@/modules/partners/presets/assignment";

const territories: Territories = {
  regions: [
    { code: "GLOBAL", parent: null },
    { code: "EMEA", parent: "GLOBAL" },
    { code: "DACH", parent: "EMEA" },
    { code: "APAC", parent: "GLOBAL" },
    { code: "LOOP", parent: "LOOP" },
  ],
  managers: [
    { email: "none@x.example", region: null },
    { email: "emea@x.example", region: "EMEA" },
    { email: "second@x.example", region: "EMEA" },
    { email: "dach@x.example", region: "DACH" },
  ],
};

test.each([
  ["its own manager", "DACH", "dach@x.example"],
  ["the first of two", "EMEA", "emea@x.example"],
  ["nobody above it", "APAC", null],
  ["an unknown region", "MARS", null],
  ["a region in itself", "LOOP", null],
])("the manager of a region: %s", (_, region, email) => {
  expect(managerOf(region, territories)).toBe(email);
});

test("a region without a manager of its own has that of the region it lies in", () => {
  const without = { ...territories, managers: territories.managers.filter(({ region }) => region !== "DACH") };
  expect(managerOf("DACH", without)).toBe("emea@x.example");
});

const table = (then: string) => ({ hit: "first" as const, rows: [], otherwise: then });
const rules: PolicyBody = {
  rules: [],
  tables: { "partner.region": table("DACH"), "partner.types": table("msp,reseller"), "partner.tier": table("") },
  settings: {},
};

describe("what a file leaves open", () => {
  test("is filled in by rule, the manager by territory, and it says which fields", () => {
    const { values, byRule } = assign({ name: "A", country: "DE" }, rules, territories);
    expect(values).toEqual({
      name: "A",
      country: "DE",
      region: "DACH",
      types: ["msp", "reseller"],
      manager: "dach@x.example",
    });
    expect(byRule).toEqual(["region", "types", "manager"]);
  });

  test("stays open without rules, and where a rule has no answer", () => {
    expect(assign({ name: "A" }, null, territories)).toEqual({ values: { name: "A" }, byRule: [] });
    expect(assign({ name: "A" }, rules, territories).values.tier).toBeUndefined();
  });

  test("what the file says is left as it is", () => {
    const row = { region: "APAC", types: ["isv"], tier: "gold", manager: "me@x.example" };
    expect(assign(row, rules, territories)).toEqual({ values: row, byRule: [] });
  });

  test("a manager the rules name counts more than the territory", () => {
    const named: PolicyBody = { ...rules, tables: { ...rules.tables, "partner.manager": table("boss@x.example") } };
    expect(assign({}, named, territories).values.manager).toBe("boss@x.example");
  });
});

test("rules may ask every declared fact: each has a value in every row, also one of which the file says nothing", () => {
  const rows = assignmentFacts.map(({ id, type }) => ({
    id,
    when: { fact: id, is: "eq" as const, value: type === "number" ? 1 : "x" },
    then: "DACH",
  }));
  const asking: PolicyBody = {
    rules: [],
    tables: { "partner.region": { hit: "first", rows, otherwise: "EMEA" } },
    settings: {},
  };
  expect(lint(asking, assignmentFacts)).toEqual([]);
  expect(assign({}, asking, territories).values.region).toBe("EMEA");
  const said: readonly TypedRow[] = [{ country: "x" }, { business: "X" }, { currency: "x" }, { employees: 1 }];
  for (const row of said) expect(assign(row, asking, territories).values.region).toBe("DACH");
});
