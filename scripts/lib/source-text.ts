import {
  type Finding,
  finding,
  literalText,
  nameOf,
  nodeOf,
  nodes,
  type Source,
  type SyntaxNode,
  walk,
} from "./source-syntax";

// Names that are the same in every language.
const untranslated = new Set(["Entente"]);
const readAttributes = new Set([
  "aria-label",
  "aria-description",
  "alt",
  "title",
  "placeholder",
  "label",
  "description",
]);
const physicalClass =
  /^(?:\S+:)?!?-?(?:(?:ml|mr|pl|pr|scroll-m[lr]|scroll-p[lr]|left|right)-(?:\d|\[|\(|px\b|auto\b|full\b)|(?:border|rounded)-(?:[lr]|[tb][lr])(?:-|$)|(?:text|float|clear)-(?:left|right)$)/;

/** Text and directions that are fixed where they must follow the reader's language. */
export function textFindings(source: Source): Finding[] {
  if (!source.path.startsWith("src/")) return [];
  const findings: Finding[] = [];
  walk(source.body, (node) => {
    const text = shownText(node);
    if (text !== null)
      findings.push(finding(source, node, `"${text}" is not translated: move it to messages/en/<module>.json`));
    for (const name of physicalClasses(node)) {
      findings.push(
        finding(
          source,
          node,
          `"${name}" does not mirror: use the logical class (ms-, me-, ps-, pe-, start-, end-, text-start)`,
        ),
      );
    }
  });
  return findings;
}

/** Queries built from text: the parameterised `$queryRaw` template is the only raw one allowed. */
export function rawQueryFindings(source: Source): Finding[] {
  const findings: Finding[] = [];
  walk(source.body, (node) => {
    const name = nameOf(node) ?? (node.type === "Computed" ? literalText(node.expression) : null);
    if (name === "$queryRawUnsafe" || name === "$executeRawUnsafe") {
      findings.push(finding(source, node, `${name} joins text into SQL: use the $queryRaw or $executeRaw template`));
    }
  });
  return findings;
}

function shownText(node: SyntaxNode): string | null {
  if (node.type === "JSXText") return readable(node.value);
  if (node.type === "JSXExpressionContainer") return null;
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    for (const child of nodes(node.children)) {
      const text = child.type === "JSXExpressionContainer" ? readable(literalText(child.expression)) : null;
      if (text !== null) return text;
    }
  }
  if (node.type === "JSXAttribute" && readAttributes.has(nameOf(node.name) ?? "")) {
    return readable(literalText(node.value) ?? literalText(nodeOf(node.value, "JSXExpressionContainer")?.expression));
  }
  return null;
}

function readable(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim();
  return /\p{Letter}/u.test(text) && !untranslated.has(text) ? text : null;
}

function physicalClasses(node: SyntaxNode): string[] {
  const text = node.type === "TemplateElement" ? node.cooked : node.type === "StringLiteral" ? node.value : null;
  if (typeof text !== "string") return [];
  // `left-1/2` is the middle, which is the same place from both sides.
  return text.split(/\s+/).filter((name) => physicalClass.test(name) && !name.endsWith("left-1/2"));
}
