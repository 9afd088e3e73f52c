import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { skeleton } from "./source-edges";
import type { Source } from "./source-syntax";

const cruise = z.object({
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
  modules: z.array(z.object({ source: z.string() })),
});

export type LayerViolation = { rule: string; from: string; to: string; comment: string; cycle: readonly string[] };
export type LayerReport = { readonly cruised: ReadonlySet<string>; readonly violations: readonly LayerViolation[] };

/**
 * Runs dependency-cruiser with this repository's rules over the given sources.
 * @param root where node_modules and `.dependency-cruiser.cjs` are
 */
export async function cruiseLayers(root: string, sources: readonly Source[]): Promise<LayerReport> {
  const folder = await mkdtemp(join(tmpdir(), "entente-layers-"));
  try {
    for (const source of sources) {
      const file = join(folder, source.path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, skeleton(source));
    }
    const folders = [...new Set(sources.map((source) => source.path.split("/")[0] ?? ""))];
    const output = await runCruiser(root, folder, folders);
    const { summary, modules } = cruise.parse(JSON.parse(output));
    const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
    return {
      cruised: new Set(modules.map((module) => module.source).filter((path) => existsSync(join(folder, path)))),
      violations: summary.violations.map(({ from, to, rule, cycle }) => ({
        rule: rule.name,
        from,
        to,
        comment: comments.get(rule.name) ?? "",
        cycle: (cycle ?? []).map((step) => step.name),
      })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files dependency-cruiser did not see. A layer check that parses nothing is green, so any is an error. */
export function uncruised(report: LayerReport, sources: readonly Source[]): string[] {
  return sources.map((source) => source.path).filter((path) => !report.cruised.has(path));
}

function runCruiser(root: string, folder: string, folders: readonly string[]): Promise<string> {
  const program = resolve(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = resolve(root, ".dependency-cruiser.cjs");
  const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((fulfil, reject) => {
    execFile(
      process.execPath,
      [program, "--config", config, "--output-type", "json", ...folders],
      options,
      (error, stdout, stderr) => {
        // It exits with the number of violations; only an empty answer is a failure of its own.
        if (stdout === "") reject(new Error(`dependency-cruiser failed: ${stderr || error?.message}`));
        else fulfil(stdout);
      },
    );
  });
}
