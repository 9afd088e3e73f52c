import { expect, test } from "vitest";
import { personaLines } from "../../scripts/lib/personas";

test("each persona is a line with the address, the role in words and who it is, below the password", () => {
  const lines = personaLines([
    { email: "ann@vendor.example", name: "Ann Lee", role: "channel_manager", organisation: "Vendor" },
    { email: "bo@partner.example", name: "Bo", role: "finance", organisation: "Partner" },
  ]);
  expect(lines[0]).toContain("entente-demo");
  expect(lines.slice(1)).toEqual([
    "  ann@vendor.example  Channel manager  Ann Lee, Vendor",
    "  bo@partner.example  Finance          Bo, Partner",
    "",
  ]);
});

test("a database without personas has nothing to say about signing in", () => expect(personaLines([])).toEqual([]));
