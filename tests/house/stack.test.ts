import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { edgesOf } from "../../scripts/lib/source-edges";
import { readSources } from "../../scripts/lib/source-files";
import type { Source } from "../../scripts/lib/source-syntax";

const manifestShape = z.looseObject({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});
const manifest = (folder: string) =>
  manifestShape.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
const sources = readSources(".", ["src"]);
const importers = (specifier: RegExp, path: RegExp): Source[] =>
  sources.filter(
    (source) =>
      path.test(source.path) && edgesOf(source).some((edge) => !edge.typeOnly && specifier.test(edge.specifier)),
  );

function atLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10));
  const [have, need] = [parts(version), parts(floor)];
  const differing = need.findIndex((part, index) => have[index] !== part);
  return differing < 0 || (have[differing] ?? 0) > (need[differing] ?? 0);
}

describe("the stack", () => {
  test.each([
    "next",
    "react",
    "prisma",
    "@prisma/client",
    "next-auth",
    "zod",
    "tailwindcss",
    "react-hook-form",
    "@tanstack/react-table",
    "vitest",
    "playwright",
  ])("%s is a dependency of our own and installed", (name) => {
    const { dependencies, devDependencies } = manifest(".");
    expect({ ...dependencies, ...devDependencies }).toHaveProperty([name]);
    expect(existsSync(join("node_modules", name, "package.json"))).toBe(true);
  });

  test.each([
    "package.json",
    "tsconfig.json",
    "next.config.ts",
    "prisma",
    "src",
    "public",
    "tests",
    "e2e",
    "bench",
    ".env.example",
    "README.md",
  ])("%s is there", (path) => expect(existsSync(path)).toBe(true));

  test.each([
    ["next", "16.4.5"],
    ["react", "19.3.1"],
    ["sharp", "0.35.5"],
  ])("the installed %s is not below %s", (name, floor) => {
    expect(atLeast(manifest(join("node_modules", name)).version, floor)).toBe(true);
  });

  test("9.10.0 is above 9.9.9 and 1.2.3 below 1.2.4", () => {
    expect(atLeast("9.10.0", "9.9.9")).toBe(true);
    expect(atLeast("1.2.3", "1.2.4")).toBe(false);
  });

  test("the image optimiser is off", () => {
    expect(readFileSync("next.config.ts", "utf8")).toMatch(/images:\s*\{[^}]*unoptimized:\s*true/);
  });
});

describe("each part is really used", () => {
  test("a form of a module runs on react-hook-form with a zod schema", () => {
    const forms = importers(/^react-hook-form$/, /\.tsx?$/);
    expect(forms.length).toBeGreaterThan(0);
    expect(importers(/^@hookform\/resolvers\/zod$/, /\.tsx?$/).length).toBeGreaterThan(0);
    expect(importers(/^zod$/, /^src\/modules\/[^/]+\/schema\.ts$/).length).toBeGreaterThan(0);
  });

  test("a list runs on TanStack Table", () => {
    expect(importers(/^@tanstack\/react-table$/, /\.tsx$/).length).toBeGreaterThan(0);
  });

  test("sign-in runs on next-auth", () => {
    expect(importers(/^next-auth(\/|$)/, /\.tsx?$/).length).toBeGreaterThan(0);
  });

  test("actions reach the database through Prisma: action → use case → repository → tx.<model>", () => {
    const actions = importers(/\/use-cases\//, /^src\/modules\/[^/]+\/actions\.ts$/);
    const useCases = importers(/(^|\/)repository$/, /^src\/modules\/[^/]+\/use-cases\//);
    const repositories = sources.filter(
      (source) => /\/repository\.ts$/.test(source.path) && /\btx\.\w+\.\w+\(/.test(source.text),
    );
    expect(importers(/generated\/prisma\/client$/, /^src\/server\//).length).toBeGreaterThan(0);
    expect([actions, useCases, repositories].map((found) => found.length > 0)).toEqual([true, true, true]);
  });

  test("screens are styled with Tailwind", () => {
    expect(readFileSync("src/app/globals.css", "utf8")).toContain('@import "tailwindcss"');
  });
});
