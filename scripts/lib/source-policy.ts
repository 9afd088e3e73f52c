import { posix } from "node:path";
import { declaredAction } from "./source-actions";
import {
  argumentsOf,
  type Finding,
  finding,
  literalText,
  nameOf,
  nodeOf,
  nodes,
  propertyOf,
  type Source,
  type SyntaxNode,
  walk,
} from "./source-syntax";

/** One guarded entry of the router. `permission` is "public" for what is open without a session. */
export type RouteEntry = { path: string; kind: "page" | "route"; method?: string; permission: string; file: string };
/** One server action, with the use case that authorises it. */
export type ActionEntry = { name: string; file: string; useCase: string; permission: string };
export type Policy = { routes: RouteEntry[]; actions: ActionEntry[] };

const pageFile = /^src\/app\/(?:.*\/)?page\.tsx$/;
const routeFile = /^src\/app\/(?:.*\/)?route\.tsx?$/;
const actionsFile = /^src\/modules\/[^/]+\/actions\.ts$/;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const guards = {
  page: { guarded: ["page"], open: "publicPage" },
  route: { guarded: ["route", "openRoute"], open: "publicRoute" },
} as const;

/** Reads every page, route handler and action with the permission that guards it. What has none is a finding. */
export function readPolicy(sources: readonly Source[]): { policy: Policy; findings: Finding[] } {
  const policy: Policy = { routes: [], actions: [] };
  const findings: Finding[] = [];
  const useCases = readUseCases(sources);
  for (const source of sources) {
    if (pageFile.test(source.path)) readPage(source, policy, findings);
    if (routeFile.test(source.path)) readRoute(source, policy, findings);
    if (actionsFile.test(source.path)) readActions(source, useCases, policy, findings);
  }
  policy.routes.sort((a, b) => compare(a.path, b.path) || compare(a.method ?? "", b.method ?? ""));
  policy.actions.sort((a, b) => compare(a.file, b.file) || compare(a.name, b.name));
  return { policy, findings };
}

/** The address of a route file: `src/app/(public)/apply/page.tsx` → `/apply`. */
export function addressOf(path: string): string {
  const segments = posix.dirname(path).split("/").slice(2);
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment) && !segment.startsWith("@")).join("/")}`;
}

/** Actions that no file outside the actions themselves names: endpoints nobody needs. */
export function unusedActions(policy: Policy, sources: readonly Source[]): Finding[] {
  const used = new Set<string>();
  for (const source of sources) {
    if (!source.path.startsWith("src/") || actionsFile.test(source.path)) continue;
    for (const statement of source.body) {
      if (statement.type !== "ImportDeclaration" || statement.typeOnly === true) continue;
      const specifier = literalText(statement.source);
      const file = specifier === null ? null : targetOf(source.path, specifier);
      for (const imported of nodes(statement.specifiers))
        used.add(`${file} ${nameOf(imported.imported) ?? nameOf(imported.local)}`);
    }
  }
  return policy.actions
    .filter((action) => !used.has(`${action.file} ${action.name}`))
    .map((action) => ({
      path: action.file,
      line: 1,
      message: `no component imports ${action.name}: remove the endpoint`,
    }));
}

function readPage(source: Source, policy: Policy, findings: Finding[]) {
  const statement = source.body.find((candidate) => candidate.type === "ExportDefaultExpression");
  const permission = permissionOf(nodeOf(statement?.expression), "page");
  if (permission) policy.routes.push({ path: addressOf(source.path), kind: "page", permission, file: source.path });
  else
    findings.push({
      path: source.path,
      line: 1,
      message: 'unguarded page: export default page("permission", …) or publicPage(…)',
    });
}

function readRoute(source: Source, policy: Policy, findings: Finding[]) {
  const variables = new Map<string, SyntaxNode | null>();
  for (const statement of source.body) {
    const declaration = statement.type === "ExportDeclaration" ? nodeOf(statement.declaration) : nodeOf(statement);
    for (const variable of nodes(declaration?.declarations))
      variables.set(nameOf(variable.id) ?? "", nodeOf(variable.init));
  }
  for (const { method, value } of exportedMethods(source)) {
    // `export const GET = handler`, `export { handler as GET }`: follow the name once.
    const permission =
      permissionOf(value, "route") ?? permissionOf(variables.get(nameOf(value) ?? "") ?? null, "route");
    if (permission)
      policy.routes.push({ path: addressOf(source.path), kind: "route", method, permission, file: source.path });
    else
      findings.push({
        path: source.path,
        line: 1,
        message: `unguarded ${method}: make it route("permission", …) or publicRoute(…)`,
      });
  }
}

function exportedMethods(source: Source): { method: string; value: SyntaxNode | null }[] {
  const exported: { method: string | null; value: SyntaxNode | null }[] = [];
  for (const statement of source.body) {
    const declaration = statement.type === "ExportDeclaration" ? nodeOf(statement.declaration) : null;
    if (declaration) exported.push({ method: nameOf(declaration.identifier), value: null });
    for (const variable of nodes(declaration?.declarations)) {
      exported.push({ method: nameOf(variable.id), value: nodeOf(variable.init) });
    }
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const specifier of nodes(statement.specifiers)) {
      exported.push({ method: nameOf(specifier.exported) ?? nameOf(specifier.orig), value: nodeOf(specifier.orig) });
    }
  }
  return exported.flatMap(({ method, value }) => (method !== null && methods.has(method) ? [{ method, value }] : []));
}

function permissionOf(value: SyntaxNode | null, kind: "page" | "route"): string | null {
  if (value?.type !== "CallExpression") return null;
  const name = nameOf(value.callee);
  if (name === guards[kind].open) return "public";
  const isGuarded = guards[kind].guarded.some((guard) => guard === name);
  return isGuarded ? literalText(argumentsOf(value)[0]) : null;
}

type UseCaseEntry = { name: string; permission: string };

function readUseCases(sources: readonly Source[]): Map<string, UseCaseEntry> {
  const found = new Map<string, UseCaseEntry>();
  for (const source of sources) {
    if (!source.path.startsWith("src/modules/") || !source.text.includes("useCase(")) continue;
    walk(source.body, (node) => {
      if (node.type !== "VariableDeclarator") return;
      const call = nodeOf(node.init, "CallExpression");
      if (!call || nameOf(call.callee) !== "useCase") return;
      const options = argumentsOf(call)[0];
      const name = literalText(propertyOf(options, "name")) ?? nameOf(node.id) ?? "";
      const permission = literalText(propertyOf(options, "permission"));
      if (permission !== null) found.set(`${source.path} ${nameOf(node.id)}`, { name, permission });
    });
  }
  return found;
}

function readActions(source: Source, useCases: Map<string, UseCaseEntry>, policy: Policy, findings: Finding[]) {
  const files = new Map<string, string>();
  for (const statement of source.body) {
    const specifier = statement.type === "ImportDeclaration" ? literalText(statement.source) : null;
    if (specifier === null) continue;
    for (const imported of nodes(statement.specifiers)) {
      const original = nameOf(imported.imported) ?? nameOf(imported.local);
      files.set(nameOf(imported.local) ?? "", `${targetOf(source.path, specifier)} ${original}`);
    }
  }
  for (const statement of source.body) {
    const action = declaredAction(statement);
    if (!action) continue;
    const found = useCases.get(files.get(action.useCase) ?? "");
    if (found)
      policy.actions.push({ name: action.name, file: source.path, useCase: found.name, permission: found.permission });
    else
      findings.push(
        finding(
          source,
          statement,
          `the permission of ${action.useCase} cannot be read: write permission: "…" in its useCase({ … })`,
        ),
      );
  }
}

function targetOf(from: string, specifier: string): string {
  const path = specifier.startsWith("@/")
    ? posix.join("src", specifier.slice(2))
    : posix.join(posix.dirname(from), specifier);
  return /\.tsx?$/.test(path) ? path : `${path}.ts`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
