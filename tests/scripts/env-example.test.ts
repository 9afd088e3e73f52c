import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const launcher = ["scripts/up.ts", ...readdirSync("scripts/lib").map((name) => `scripts/lib/${name}`)];
// Of the system, not of ours.
const foreign = new Set(["NODE_ENV", "PATH"]);

const needed = new Set(
  [
    ...[...read("src/server/env.ts").matchAll(/^\s+([A-Z][A-Z_]+): z\./gm)],
    ...launcher.flatMap((file) => [...read(file).matchAll(/(?:process\.env|variables)\.([A-Z][A-Z_]+)/g)]),
    ...[...read("scripts/lib/database.ts").matchAll(/"([A-Z]+_DATABASE_URL)"/g)],
  ].flatMap((match) => match[1] ?? []),
);
const example = read(".env.example");

test("settings are found where they are read", () =>
  expect([...needed]).toEqual(
    expect.arrayContaining(["APP_DATABASE_URL", "WORKER_DATABASE_URL", "NEXTAUTH_SECRET", "HOST", "PORT", "DATA_DIR"]),
  ));

test.each([...needed].filter((name) => !foreign.has(name)))("%s is in .env.example", (name) =>
  expect(example).toMatch(new RegExp(`^# ${name}=`, "m")),
);
