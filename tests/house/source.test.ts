import { describe, expect, test } from "vitest";
import { actionFindings } from "../../scripts/lib/source-actions";
import { flattenMessages, localeFindings, usedKeyFindings } from "../../scripts/lib/source-messages";
import { lengthFindings, nameFindings } from "../../scripts/lib/source-names";
import { escapesOf, percentile, repeatedRuns } from "../../scripts/lib/source-numbers";
import { coverRequirements, readRequirements } from "../../scripts/lib/source-requirements";
import { type Finding, parseSource } from "../../scripts/lib/source-syntax";
import { rawQueryFindings, textFindings } from "../../scripts/lib/source-text";

const lines = (findings: Finding[]) => findings.map((finding) => finding.line);

describe("names", () => {
  test.each([
    "src/modules/deals/helpers.ts",
    "src/modules/deals/deal.ts",
    "src/modules/deals/components/deal.tsx",
    "src/modules/deals.ts",
    "src/modules/deals/ui/index.ts",
    "src/ui/utils/format.ts",
    "src/server/mail-service.ts",
    "src/server/session-manager.ts",
    "scripts/lib/helper.ts",
  ])("%s is refused", (path) => expect(nameFindings(path)).not.toEqual([]));

  test.each([
    "src/modules/deals/schema.ts",
    "src/modules/deals/public.ts",
    "src/modules/deals/domain/anything.ts",
    "src/modules/deals/mails/decided.tsx",
    "src/modules/people/domain/channel-manager.ts",
    "src/app/portal/page.tsx",
    "tests/kernel/money.test.ts",
  ])("%s is fine", (path) => expect(nameFindings(path)).toEqual([]));

  test("a file of 401 lines is refused, one of 400 is not", () => {
    expect(lengthFindings("src/a.ts", "x\n".repeat(401))).toHaveLength(1);
    expect(lengthFindings("src/a.ts", "x\n".repeat(400))).toEqual([]);
  });
});

describe("actions", () => {
  const inModule = (text: string) => actionFindings(parseSource("src/modules/deals/actions.ts", text));
  const head = `"use server";\nimport { action } from "@/server/action";\nimport { submit } from "./use-cases/submit-deal";\n`;

  test("a file of one-liners is fine", () => {
    expect(inModule(`${head}export const submitAction = action(submit);\n`)).toEqual([]);
  });

  test.each([
    "export async function submitAction() {}",
    "export const submitAction = async () => action(submit);",
    "export const submitAction = action(submit, 1);",
    "export const submit2 = action(submit);",
    "export default action(submit);",
    `export { submit } from "./use-cases/submit-deal";`,
    "const helper = 1;",
  ])("%s is an endpoint nobody meant", (statement) => {
    expect(lines(inModule(`${head}${statement}\n`))).toEqual([4]);
  });

  test("an actions.ts without its directive is refused", () => {
    expect(inModule("export const submitAction = action(submit);")).not.toEqual([]);
  });

  test("a server function elsewhere is refused", () => {
    const text = `export function Form() {\n  async function send() {\n    "use server";\n  }\n  return send;\n}\n`;
    expect(lines(actionFindings(parseSource("src/modules/deals/ui/form.tsx", text)))).toEqual([3]);
  });
});

describe("text and direction", () => {
  const inComponent = (jsx: string) =>
    textFindings(parseSource("src/ui/x.tsx", `// é\nexport const X = () => ${jsx};\n`));

  test.each([
    "<p>Approve</p>",
    "<p>{count} deals</p>",
    `<p>{"Approve"}</p>`,
    `<button aria-label="Close" />`,
    `<img alt={"Logo"} />`,
    `<p className="ml-2" />`,
    `<p className="md:-mr-4" />`,
    `<p className="hover:text-left" />`,
    `<p className="left-0" />`,
    `<p className={\`flex pr-1 \${tone}\`} />`,
    `<p className={wide ? "rounded-l-md" : ""} />`,
    `<p className="border-r" />`,
  ])("%s is refused", (jsx) => expect(lines(inComponent(jsx))).toEqual([2]));

  test.each([
    "<p>Entente</p>",
    "<p>· {count} →</p>",
    `<p className="ms-2 pe-4 text-start start-0 border-s" />`,
    `<p className="left-1/2 -translate-x-1/2 border-red rounded-lg" />`,
    `<p id="right-panel">{t("title")}</p>`,
  ])("%s is fine", (jsx) => expect(inComponent(jsx)).toEqual([]));

  test("SQL joined from text is refused in every form", () => {
    const text = "await tx.$queryRawUnsafe(sql);\nawait tx.$queryRaw`select 1`;\nawait tx['$executeRawUnsafe'](sql);\n";
    expect(lines(rawQueryFindings(parseSource("src/a.ts", text)))).toEqual([1, 3]);
  });
});

describe("messages", () => {
  const en = flattenMessages("deals", { title: "Deals", status: { approved: "Approved" } });
  const used = (text: string) => usedKeyFindings(parseSource("src/x.tsx", text), en);

  test("a locale declared complete has exactly the keys of en", () => {
    const de = flattenMessages("deals", { title: "Deals", old: "Alt" });
    expect(localeFindings("de", de, en).map((finding) => finding.message.split('"')[1])).toEqual([
      "deals.status.approved",
      "deals.old",
    ]);
  });

  test.each([
    `const t = useTranslations("deals");\nt("missing");`,
    `const t = await getTranslations({ locale, namespace: "deals" });\nt.rich("status.lost", {});`,
    `const t = useTranslations();\nt("deals.heading");`,
  ])("a key that does not exist is found: %s", (text) => expect(lines(used(text))).toEqual([2]));

  test.each([
    `const t = useTranslations("deals");\nt("title"); t("status.approved"); t.raw("status"); t(key); t(\`status.\${status}\`);`,
    `const t = useTranslations(namespace);\nt("anything");`,
    `const t = useTranslations("deals");\nexport const show = (t: Translator) => t("from.outside");`,
  ])("no false alarm: %s", (text) => expect(used(text)).toEqual([]));
});

describe("numbers", () => {
  test("casts are counted, `as const` is not", () => {
    const source = parseSource("src/a.ts", "const a = b as C; const d = [1] as const; const e = f!; let g: any;");
    expect(escapesOf(source)).toEqual({ any: 1, casts: 2 });
  });

  test("the 95th percentile of 1 to 100 is 95", () => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(95);
  });

  test("eight equal lines in two files are one run", () => {
    const block = Array.from({ length: 8 }, (_, index) => `call${index}();`).join("\n");
    const first = parseSource("src/a.ts", `const a = 1;\n${block}\n`);
    const second = parseSource("src/b.ts", `${block.replaceAll("call", "  call")}\nconst b = 1;\n`);
    expect(repeatedRuns([first, second])).toEqual([{ first: "src/a.ts:2", second: "src/b.ts:1", lines: 8 }]);
  });

  test("five equal lines are none", () => {
    const block = Array.from({ length: 5 }, (_, index) => `call${index}();`).join("\n");
    expect(repeatedRuns([parseSource("a.ts", `${block}\na();`), parseSource("b.ts", `${block}\nb();`)])).toEqual([]);
  });
});

describe("requirements", () => {
  const requirements = readRequirements("| ID | Capability |\n| --- | --- |\n| DEAL-04 | Conflicts | Found |\n");

  test("a test that carries an ID in its title covers it, in every way to write one", () => {
    const text = `test("[DEAL-04] by name", run);\ntest.each(rows)("[DEAL-04] by %s", run);\ndescribe(\`[DEAL-04] \${x}\`, run);\nlog("[DEAL-04]");\n`;
    const { coverage, findings } = coverRequirements(requirements, [parseSource("tests/a.test.ts", text)]);
    expect(coverage[0]?.tests).toHaveLength(3);
    expect(findings).toEqual([]);
  });

  test("an ID nobody wrote down is found", () => {
    const { findings } = coverRequirements(requirements, [
      parseSource("tests/a.test.ts", `\ntest("[DEAL-99] x", run);`),
    ]);
    expect(lines(findings)).toEqual([2]);
  });
});

test("a file that cannot be parsed is named", () => {
  expect(() => parseSource("src/broken.ts", "const =")).toThrow("src/broken.ts cannot be parsed");
});
