import {
  argumentsOf,
  type Finding,
  finding,
  literalText,
  nameOf,
  nodeOf,
  propertyOf,
  type Source,
  type SyntaxNode,
  walk,
} from "./source-syntax";

/** Messages of one locale: full key (`deals.status.approved`) → text. */
export type Messages = ReadonlyMap<string, string>;

const translators = new Set(["useTranslations", "getTranslations"]);
const translatorMethods = new Set(["rich", "markup", "raw", "has"]);

/** Flattens one message file; the namespace is the file's name. */
export function flattenMessages(namespace: string, content: unknown): Map<string, string> {
  const flat = new Map<string, string>();
  const add = (key: string, value: unknown) => {
    if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) add(`${key}.${name}`, inner);
    } else flat.set(key, String(value));
  };
  add(namespace, content);
  return flat;
}

/** Keys a complete locale lacks, or has too many of, compared with the one all text is written in. */
export function localeFindings(locale: string, messages: Messages, reference: Messages): Finding[] {
  const place = (key: string) => ({ path: `messages/${locale}/${key.split(".")[0]}.json`, line: 1 });
  const missing = [...reference.keys()].filter((key) => !messages.has(key));
  const surplus = [...messages.keys()].filter((key) => !reference.has(key));
  return [
    ...missing.map((key) => ({ ...place(key), message: `"${key}" is missing: this locale is declared complete` })),
    ...surplus.map((key) => ({ ...place(key), message: `"${key}" does not exist in en: remove it` })),
  ];
}

/**
 * Keys used with a translator of a known namespace that exist in no message file. A translator that comes in as a
 * parameter, a key that is computed and a name that stands for several things are left alone: no false alarms.
 */
export function usedKeyFindings(source: Source, messages: Messages): Finding[] {
  if (!source.text.includes("Translations")) return [];
  const namespaces = translatorsOf(source);
  const known = withPrefixes(messages);
  const findings: Finding[] = [];
  walk(source.body, (node) => {
    const name = translatorName(node);
    const prefixes = name === null ? undefined : namespaces.get(name);
    const key = prefixes && literalText(argumentsOf(node)[0]);
    if (!prefixes || typeof key !== "string") return;
    const candidates = prefixes.map((prefix) => (prefix === "" ? key : `${prefix}.${key}`));
    if (!candidates.some((candidate) => known.has(candidate))) {
      findings.push(finding(source, node, `"${candidates[0]}" is not in messages/en: add it or mend the key`));
    }
  });
  return findings;
}

function translatorsOf(source: Source): Map<string, string[]> {
  const namespaces = new Map<string, string[]>();
  const unknown = new Set<string>();
  walk(source.body, (node) => {
    for (const name of parameterNames(node)) unknown.add(name);
    if (node.type !== "VariableDeclarator") return;
    const name = nameOf(node.id);
    if (name === null) return;
    const namespace = namespaceOf(node.init);
    if (namespace === null) unknown.add(name);
    else namespaces.set(name, [...(namespaces.get(name) ?? []), namespace]);
  });
  for (const name of unknown) namespaces.delete(name);
  return namespaces;
}

function namespaceOf(init: unknown): string | null {
  const awaited = nodeOf(init, "AwaitExpression");
  const call = nodeOf(awaited ? awaited.argument : init, "CallExpression");
  if (!call || !translators.has(nameOf(call.callee) ?? "")) return null;
  const [argument] = argumentsOf(call);
  if (argument === undefined) return "";
  if (argument.type !== "ObjectExpression") return literalText(argument);
  const namespace = propertyOf(argument, "namespace");
  return namespace === null ? null : literalText(namespace);
}

function translatorName(node: SyntaxNode): string | null {
  if (node.type !== "CallExpression") return null;
  const member = nodeOf(node.callee, "MemberExpression");
  if (!member) return nameOf(node.callee);
  return translatorMethods.has(nameOf(member.property) ?? "") ? nameOf(member.object) : null;
}

function parameterNames(node: SyntaxNode): string[] {
  if (!Array.isArray(node.params) || node.type === "TsTypeParameterDeclaration") return [];
  const names: string[] = [];
  walk(node.params, (inner) => {
    const name = nameOf(inner.type === "AssignmentPatternProperty" ? inner.key : inner);
    if (name !== null) names.push(name);
  });
  return names;
}

const prefixesOf = new WeakMap<Messages, Set<string>>();

// `t.raw("steps")` and `t.has("steps")` may name a group.
function withPrefixes(messages: Messages): Set<string> {
  const cached = prefixesOf.get(messages);
  if (cached) return cached;
  const keys = new Set<string>();
  for (const key of messages.keys()) {
    const parts = key.split(".");
    for (let length = 1; length <= parts.length; length += 1) keys.add(parts.slice(0, length).join("."));
  }
  prefixesOf.set(messages, keys);
  return keys;
}
