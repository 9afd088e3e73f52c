import { posix } from "node:path";
import { argumentsOf, literalText, nodeOf, nodes, type Source, walk } from "./source-syntax";

/** One import as written: the specifier and whether it vanishes when types are erased. */
export type Edge = { readonly specifier: string; readonly typeOnly: boolean };

/** Every import of a file: static, re-exported, dynamic and in type position. */
export function edgesOf(source: Source): Edge[] {
  const edges: Edge[] = [];
  const add = (value: unknown, typeOnly: boolean) => {
    const specifier = literalText(value);
    if (specifier !== null) edges.push({ specifier, typeOnly });
  };
  walk(source.body, (node) => {
    if (node.type === "ImportDeclaration") add(node.source, node.typeOnly === true || allTypes(node.specifiers));
    if (node.type === "ExportNamedDeclaration") add(node.source, node.typeOnly === true || allTypes(node.specifiers));
    if (node.type === "ExportAllDeclaration") add(node.source, node.typeOnly === true);
    if (node.type === "TsImportType") add(node.argument, true);
    if (node.type === "CallExpression" && nodeOf(node.callee)?.type === "Import") add(argumentsOf(node)[0], false);
  });
  return edges;
}

/**
 * The file reduced to its imports, in a form dependency-cruiser understands beside TypeScript 7: its parser there reads
 * neither JSX nor `import type`. A value is imported as `import "x"`, a type as `import type0 = require("x")`, so that
 * a rule can tell them apart by the dependency type `import-equals`. The alias `@/` becomes a relative path.
 */
export function skeleton(source: Source): string {
  const lines = edgesOf(source).map(({ specifier, typeOnly }, index) => {
    const target = JSON.stringify(relativeTo(source.path, specifier));
    return typeOnly ? `import type${index} = require(${target});` : `import ${target};`;
  });
  return `${lines.join("\n")}\nexport {};\n`;
}

function relativeTo(path: string, specifier: string): string {
  if (!specifier.startsWith("@/")) return specifier;
  const relative = posix.relative(posix.dirname(path), posix.join("src", specifier.slice(2)));
  return relative.startsWith(".") ? relative : `./${relative}`;
}

function allTypes(specifiers: unknown): boolean {
  const all = nodes(specifiers);
  return all.length > 0 && all.every((specifier) => specifier.isTypeOnly === true);
}
