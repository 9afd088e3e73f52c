import {
  argumentsOf,
  type Finding,
  finding,
  literalText,
  nameOf,
  nodeOf,
  type Source,
  type SyntaxNode,
  walk,
} from "./source-syntax";

/** A row of docs/requirements.md. */
export type Requirement = { readonly id: string; readonly title: string };
/** A requirement with the tests whose title carries its ID. */
export type Coverage = Requirement & { readonly tests: readonly { path: string; title: string }[] };

const row = /^\|\s*([A-Z]+-\d+)\s*\|\s*([^|]+?)\s*\|/;
const identifier = /\[([A-Z]+-\d+)\]/g;
const testFunctions = new Set(["test", "it", "describe"]);

/** The rows of the requirements' tables, in their order. */
export function readRequirements(markdown: string): Requirement[] {
  return markdown.split("\n").flatMap((line) => {
    const [, id, title] = row.exec(line) ?? [];
    return id && title ? [{ id, title }] : [];
  });
}

/** Which tests name which requirement, and the names that no requirement has. */
export function coverRequirements(requirements: readonly Requirement[], sources: readonly Source[]) {
  const tests = new Map<string, { path: string; title: string }[]>(requirements.map(({ id }) => [id, []]));
  const findings: Finding[] = [];
  for (const source of sources) {
    walk(source.body, (node) => {
      const title = testTitle(node);
      for (const [, id] of (title ?? "").matchAll(identifier)) {
        const known = tests.get(id ?? "");
        if (known && title) known.push({ path: source.path, title });
        else findings.push(finding(source, node, `[${id}] is not in docs/requirements.md`));
      }
    });
  }
  const coverage: Coverage[] = requirements.map((requirement) => ({
    ...requirement,
    tests: tests.get(requirement.id) ?? [],
  }));
  return { coverage, findings };
}

// `test("…")`, `describe.skip("…")`, `test.each(table)("…")`, `test.each`table`("…")`.
function testTitle(node: SyntaxNode): string | null {
  if (node.type !== "CallExpression" || !testFunctions.has(rootName(node.callee) ?? "")) return null;
  const title = argumentsOf(node)[0];
  return literalText(title) ?? templateText(title);
}

function rootName(callee: unknown): string | null {
  const node = nodeOf(callee);
  if (node?.type === "MemberExpression") return rootName(node.object);
  if (node?.type === "CallExpression") return rootName(node.callee);
  if (node?.type === "TaggedTemplateExpression") return rootName(node.tag);
  return nameOf(node);
}

function templateText(node: SyntaxNode | undefined): string | null {
  if (node?.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  return node.quasis.map((quasi: unknown) => String(nodeOf(quasi)?.cooked ?? "")).join("…");
}
