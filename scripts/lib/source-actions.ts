import {
  argumentsOf,
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

const actionFile = /^src\/modules\/[^/]+\/actions\.ts$/;
const oneLiner =
  'only `export const xAction = action(useCase);` here: each export of a "use server" file is an endpoint';

/** Rule 8: `actions.ts` exports only `action(useCase)`, and no other file declares server functions. */
export function actionFindings(source: Source): Finding[] {
  if (!actionFile.test(source.path)) return strayServerFunctions(source);
  const [directive, ...statements] = source.body;
  const findings: Finding[] = [];
  if (directiveOf(directive) !== "use server") {
    findings.push({ path: source.path, line: 1, message: 'begin an actions.ts with "use server"' });
  }
  for (const statement of statements) {
    if (statement.type === "ImportDeclaration") continue;
    if (declaredAction(statement) === null) findings.push(finding(source, statement, oneLiner));
  }
  return findings;
}

/** The action a statement declares: `export const <name> = action(<useCase>)`; null for any other statement. */
export function declaredAction(statement: SyntaxNode): { name: string; useCase: string } | null {
  const declaration = nodeOf(
    statement.type === "ExportDeclaration" ? statement.declaration : null,
    "VariableDeclaration",
  );
  const [variable, ...others] = nodes(declaration?.declarations);
  const call = nodeOf(variable?.init, "CallExpression");
  if (!variable || others.length > 0 || !call || nameOf(call.callee) !== "action") return null;
  const [argument, ...rest] = argumentsOf(call);
  const [name, useCase] = [nameOf(variable.id), nameOf(argument)];
  return name?.endsWith("Action") && useCase && rest.length === 0 ? { name, useCase } : null;
}

/** The text of a directive such as "use client"; null when the statement is none. */
export function directiveOf(statement: SyntaxNode | undefined): string | null {
  return statement?.type === "ExpressionStatement" ? literalText(statement.expression) : null;
}

function strayServerFunctions(source: Source): Finding[] {
  if (!source.path.startsWith("src/") || !source.text.includes("use server")) return [];
  const findings: Finding[] = [];
  walk(source.body, (node) => {
    if (directiveOf(node) === "use server") {
      findings.push(finding(source, node, "declare server functions in a module's actions.ts, as action(useCase)"));
    }
  });
  return findings;
}
