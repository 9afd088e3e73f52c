import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { addressOf, type Policy } from "./source-policy";
import type { Finding } from "./source-syntax";

/** What the build says it serves: addresses of pages and handlers; file and exported name of actions. */
export type Served = {
  readonly pages: readonly string[];
  readonly handlers: readonly string[];
  readonly actions: readonly string[];
};

const routesManifest = z.record(z.string(), z.string());
const serverFunction = z.looseObject({ exportedName: z.string(), filename: z.string() });
const actionsManifest = z.looseObject({
  node: z.record(z.string(), serverFunction),
  edge: z.record(z.string(), serverFunction),
});

// What Next adds of itself, and the pictures and texts for browsers and crawlers.
const builtIn =
  /^\/(_not-found|_global-error|favicon\.ico)$|\/(icon|apple-icon|opengraph-image|robots|sitemap|manifest)[^/]*$/;

/** Reads the manifests of the last `next build`. */
export function readBuild(folder: string): Served {
  const routes = routesManifest.parse(readJson(join(folder, "app-path-routes-manifest.json")));
  const { node, edge } = actionsManifest.parse(readJson(join(folder, "server/server-reference-manifest.json")));
  const entries = Object.entries(routes).filter(([, address]) => !builtIn.test(address));
  return {
    pages: entries.filter(([entry]) => entry.endsWith("/page")).map(([, address]) => address),
    handlers: entries.filter(([entry]) => entry.endsWith("/route")).map(([, address]) => address),
    actions: [...Object.values(node), ...Object.values(edge)].map(
      ({ filename, exportedName }) => `${filename} ${exportedName}`,
    ),
  };
}

/** Differences between what the code declares and what the build serves. */
export function compareBuild(policy: Policy, served: Served): Finding[] {
  const declared = (kind: "page" | "route") =>
    policy.routes.filter((route) => route.kind === kind).map((route) => addressOf(route.file));
  return [
    ...differences("page", declared("page"), served.pages),
    ...differences("route", declared("route"), served.handlers),
    ...differences(
      "action",
      policy.actions.map(({ file, name }) => `${file} ${name}`),
      served.actions,
    ),
  ];
}

/** As `compareBuild`, for the build in `.next`. */
export function buildFindings(policy: Policy, folder = ".next"): Finding[] {
  if (!existsSync(join(folder, "BUILD_ID"))) return [{ path: folder, line: 1, message: "no build: npm run build" }];
  return compareBuild(policy, readBuild(folder));
}

function differences(kind: string, declared: readonly string[], served: readonly string[]): Finding[] {
  const only = (some: readonly string[], others: readonly string[]) =>
    [...new Set(some)].filter((one) => !others.includes(one));
  const finding = (message: string) => ({ path: "policy.json", line: 1, message });
  return [
    ...only(served, declared).map((one) => finding(`the build serves the ${kind} ${one}, which no policy guards`)),
    ...only(declared, served).map((one) => finding(`the ${kind} ${one} is not in the build`)),
  ];
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
