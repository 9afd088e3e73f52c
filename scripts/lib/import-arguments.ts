import { parseArgs } from "node:util";

/** What the command line asks of an import. */
export type ImportArguments =
  | { readonly kind: "undo"; readonly importId: string; readonly json: boolean }
  | {
      readonly kind: "import";
      readonly place: string;
      readonly preset: string;
      readonly dryRun: boolean;
      readonly json: boolean;
      readonly goodRowsOnly: boolean;
      readonly onDuplicate: "skip" | "update";
      readonly acceptProposals: boolean;
      readonly answers: Readonly<Record<string, string>>;
      readonly errors: string | null;
      readonly encoding?: string;
      readonly delimiter?: string;
      readonly headerLine?: number;
    };

const options = {
  preset: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  "good-rows-only": { type: "boolean" },
  "on-duplicate": { type: "string" },
  "date-format": { type: "string" },
  "accept-proposals": { type: "boolean" },
  answer: { type: "string", multiple: true },
  undo: { type: "string" },
  errors: { type: "string" },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  "header-line": { type: "string" },
} as const;

export const usage = `npm run import -- FILE --preset NAME [--dry-run] [--json] [--good-rows-only] [--on-duplicate skip|update]
  [--date-format F] [--accept-proposals] [--answer ID=VALUE]... [--errors FILE] [--encoding NAME] [--delimiter D] [--header-line N]
npm run import -- --undo ID [--json]`;

/** Splits "id=value" at its first equals sign; the value may be empty. */
function answer(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new Error(`--answer takes ID=VALUE; ${text} is not that.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Reads the arguments of `npm run import`; throws on what it does not understand. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const json = values.json ?? false;
  if (values.undo) return { kind: "undo", importId: values.undo, json };
  const [place, ...others] = positionals;
  if (!place || others.length > 0) throw new Error("Name one file or folder.");
  if (!values.preset) throw new Error("Say what it holds with --preset NAME.");
  const onDuplicate = values["on-duplicate"] ?? "skip";
  if (onDuplicate !== "skip" && onDuplicate !== "update") throw new Error("--on-duplicate is skip or update.");
  const headerLine = values["header-line"];
  if (headerLine !== undefined && !/^\d+$/.test(headerLine))
    throw new Error("--header-line takes the number of a line.");
  const format = values["date-format"];
  return {
    kind: "import",
    place,
    preset: values.preset,
    dryRun: values["dry-run"] ?? false,
    json,
    goodRowsOnly: values["good-rows-only"] ?? false,
    onDuplicate,
    acceptProposals: values["accept-proposals"] ?? false,
    answers: Object.fromEntries([...(format ? [["date:*", format]] : []), ...(values.answer ?? []).map(answer)]),
    errors: values.errors ?? null,
    ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
    ...(values.delimiter === undefined ? {} : { delimiter: values.delimiter === "\\t" ? "\t" : values.delimiter }),
    ...(headerLine === undefined ? {} : { headerLine: Number(headerLine) }),
  };
}
