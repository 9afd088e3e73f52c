import { parseSync } from "@swc/core";

/** A node of the parser's tree; what it holds depends on `type`. */
export type SyntaxNode = { readonly type: string; readonly [field: string]: unknown };

/** One file as the checks see it. `path` is relative to the repository, with forward slashes. */
export type Source = { readonly path: string; readonly text: string; readonly body: readonly SyntaxNode[] };

/** One violation, printed as `path:line message`; the message says what to do instead. */
export type Finding = { readonly path: string; readonly line: number; readonly message: string };

// The parser counts from the first token it sees, so comments above it would shift every line. A leading
// semicolon is a first token whose place we know.
const anchor = ";";

/**
 * Parses a TypeScript, TSX or JavaScript file.
 * @throws Error naming the file when it cannot be parsed
 */
export function parseSource(path: string, text: string): Source {
  try {
    const tree: unknown = parseSync(anchor + text.replace(/^#!/, "//"), {
      syntax: "typescript",
      tsx: !path.endsWith(".ts"),
      decorators: true,
    });
    return { path, text, body: isNode(tree) ? nodes(tree.body).slice(1) : [] };
  } catch (error) {
    throw new Error(`${path} cannot be parsed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The field as a node if it is one of the given type (any type when none is given). */
export function nodeOf(value: unknown, type?: string): SyntaxNode | null {
  return isNode(value) && (type === undefined || value.type === type) ? value : null;
}

/** The nodes of an array field. */
export function nodes(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a string literal or of a template without holes; null for anything else. */
export function literalText(value: unknown): string | null {
  const node = nodeOf(value);
  if (node?.type === "StringLiteral") return typeof node.value === "string" ? node.value : null;
  if (node?.type !== "TemplateLiteral" || nodes(node.expressions).length > 0) return null;
  const cooked = nodes(node.quasis)[0]?.cooked;
  return typeof cooked === "string" ? cooked : null;
}

/** The name of an identifier; null for anything else. */
export function nameOf(value: unknown): string | null {
  const node = nodeOf(value, "Identifier");
  return typeof node?.value === "string" ? node.value : null;
}

/** The expressions passed to a call, in order. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  if (!Array.isArray(call.arguments)) return [];
  return call.arguments.map((argument: unknown) => fieldOf(argument, "expression")).filter(isNode);
}

/** The value of `key: value` in an object literal. */
export function propertyOf(object: SyntaxNode | null | undefined, key: string): SyntaxNode | null {
  for (const property of nodes(object?.properties)) {
    if (property.type === "KeyValueProperty" && keyOf(property) === key) return nodeOf(property.value);
  }
  return null;
}

/** The written name of an object's property. */
export function keyOf(property: SyntaxNode): string | null {
  return nameOf(property.key) ?? literalText(property.key);
}

/** Calls `visit` on every node below (and with) the given ones, parents first. */
export function walk(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) visit(value);
  for (const child of Object.values(value)) walk(child, visit);
}

/** The line, counted from one, on which a node begins. */
export function lineOf(source: Source, node: SyntaxNode): number {
  const start = fieldOf(node.span, "start");
  if (typeof start !== "number") return 1;
  // Spans are byte offsets counted from one, behind the anchor.
  const before = Buffer.from(source.text, "utf8").subarray(0, Math.max(0, start - 1 - anchor.length));
  return before.toString("utf8").split("\n").length;
}

export function finding(source: Source, node: SyntaxNode, message: string): Finding {
  return { path: source.path, line: lineOf(source, node), message };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}
