import { createWriteStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { SystemActor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import type { Result } from "@/kernel/result";
import { errorLine } from "@/modules/imports/domain/error-line";
import { countOf, type ImportReport, obstacle } from "@/modules/imports/domain/report";
import { eachWrongBatch, firstWrongRows } from "@/modules/imports/queries/wrong-rows";
import { readProgress } from "@/modules/imports/repository/progress";
import { checkImport } from "@/modules/imports/use-cases/check-import";
import { commitImport } from "@/modules/imports/use-cases/commit-import";
import { definitions } from "@/modules/imports/use-cases/definitions";
import { discardImport } from "@/modules/imports/use-cases/discard-import";
import { readFile } from "@/modules/imports/use-cases/read-file";
import type { SourceFile } from "@/modules/imports/use-cases/stage-part";
import { undoImport } from "@/modules/imports/use-cases/undo-import";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import type { ImportArguments } from "./import-arguments";
import { failureWords, importWords, problemWords, questionLines, reportLines, wrongRowLines } from "./import-words";

const program: SystemActor = { kind: "system", cause: "import" };
const shownRows = 20;
const looksEveryMs = 500;

/** How long this program has run, and how much memory it held at most. */
function spent(): { seconds: number; megabytes: number } {
  return {
    seconds: Math.round(process.uptime() * 10) / 10,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Does what the command line asks for, and says what came of it. */
export function runImport(asked: ImportArguments): Promise<number> {
  return asked.kind === "undo" ? undo(asked) : importFiles(asked);
}

function attempt<Input, Value>(useCase: UseCase<Input, Value>, input: unknown): Promise<Result<Value>> {
  return execute(useCase, program, input, { now: new Date(), newId });
}

async function undo({ importId, json }: Extract<ImportArguments, { kind: "undo" }>): Promise<number> {
  const result = await attempt(undoImport, { importId });
  if (!result.ok) return fail(result.failure, json);
  const { removed, restored, kept } = result.value;
  if (json) print(result.value);
  else {
    const lines = [importWords("cli.undone", { removed, restored })];
    if (kept.length > 0) lines.push(importWords("cli.kept", { count: kept.length }));
    for (const record of kept) lines.push(`  ${importWords("cli.keptRecord", record)}`);
    say(lines);
  }
  return 0;
}

function filesAt(place: string): SourceFile[] {
  if (!statSync(place).isDirectory()) return [{ name: path.basename(place), path: place }];
  const names = readdirSync(place).filter((name) => name.endsWith(".csv"));
  return names.map((name) => ({ name, path: path.join(place, name) }));
}

type Asked = Extract<ImportArguments, { kind: "import" }>;

async function importFiles(asked: Asked): Promise<number> {
  if (!definitions.some(({ id }) => id === asked.preset))
    throw new Error(`There is no preset ${asked.preset}; there are ${definitions.map(({ id }) => id).join(", ")}.`);
  const { preset, encoding, delimiter, headerLine, answers, acceptProposals, onDuplicate, goodRowsOnly } = asked;
  const importId = newId();
  const name = path.basename(path.resolve(asked.place));
  const watching = asked.json ? null : watchProgress(importId);
  try {
    const chosen = { encoding, delimiter, headerLine };
    const read = await attempt(readFile(filesAt(asked.place)), { importId, preset, name, ...chosen });
    if (!read.ok) return fail(read.failure, asked.json);
    const choices = { answers, acceptProposals, onDuplicate, goodRowsOnly };
    const checked = await attempt(checkImport, { importId, ...choices });
    if (!checked.ok) return fail(checked.failure, asked.json);
    const { report } = checked.value;
    const outcome = { name, preset, unusedFiles: read.value.unusedFiles, ...checked.value };
    const wrong = await withActor(program, (tx) => firstWrongRows(tx, importId, shownRows));
    watching?.();
    if (!asked.json) say(reportLines(report, name, preset, read.value.unusedFiles));
    if (asked.errors) await writeErrorFiles(importId, report, asked);
    return await finish(asked, { ...outcome, wrongRows: wrong });
  } finally {
    watching?.();
  }
}

type Outcome = {
  readonly importId: string;
  readonly report: ImportReport;
  readonly wrongRows: Awaited<ReturnType<typeof firstWrongRows>>;
};

/** Commits what may be committed; anything else is forgotten again, since the files are still there. */
async function finish(asked: Asked, outcome: Outcome): Promise<number> {
  const { importId, report, wrongRows } = outcome;
  const stopped = obstacle(report, asked.goodRowsOnly);
  if (stopped || asked.dryRun) {
    const gone = await attempt(discardImport, { importId });
    if (!gone.ok) return fail(gone.failure, asked.json);
    if (asked.json) print({ status: stopped ?? "dryRun", ...outcome, ...spent() });
    else {
      const wrong = countOf(report, "error");
      if (stopped === "openQuestions") say(questionLines(report));
      else if (wrong > 0) say(wrongRowLines(wrongRows, report, wrong));
      if (stopped === "badRows") say([importWords("cli.badRows", { count: wrong })]);
      else if (!stopped) say([importWords("cli.dryRun")]);
    }
    return stopped === "openQuestions" ? 2 : stopped ? 1 : 0;
  }
  const committed = await attempt(commitImport, { importId });
  if (!committed.ok) return fail(committed.failure, asked.json);
  const { inserted, updated } = committed.value;
  if (asked.json) print({ status: "committed", ...outcome, inserted, updated, ...spent() });
  else {
    if (wrongRows.length > 0) say(wrongRowLines(wrongRows, report, countOf(report, "error")));
    say([importWords("cli.committed", { inserted, updated, importId }), importWords("cli.spent", spent())]);
  }
  return 0;
}

/** One file per part with wrong rows: the name that was given, with the part in it where there are several. */
async function writeErrorFiles(importId: string, report: ImportReport, { errors, json }: Asked): Promise<void> {
  const place = path.parse(errors ?? "");
  for (const part of report.parts.filter(({ outcomes }) => outcomes.error > 0)) {
    const name = report.parts.length > 1 ? `${place.name}.${part.part}${place.ext}` : place.base;
    const file = path.join(place.dir, name);
    const rows = stringify();
    const written = pipeline(rows, createWriteStream(file));
    rows.write([importWords("cli.lineHeader"), importWords("cli.reasonsHeader"), ...part.headers]);
    await withActor(program, (tx) =>
      eachWrongBatch(tx, importId, part.part, async (batch) => {
        for (const row of batch) rows.write(errorLine(row, problemWords));
      }),
    );
    rows.end();
    await written;
    if (!json) say([importWords("cli.errorFile", { count: part.outcomes.error, file })]);
  }
}

function fail(failure: Failure, json: boolean): number {
  if (json) print({ status: "failed", failure });
  else {
    const reasons =
      failure.code === "invalid"
        ? Object.values(failure.fields)
        : ["reason" in failure ? failure.reason : failure.code];
    const params = failure.code === "refused" ? failure.params : undefined;
    for (const reason of reasons) console.error(failureWords(reason, { ...params }));
  }
  return 1;
}

function say(lines: readonly string[]): void {
  console.log(lines.join("\n"));
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** Shows how far an import is, on the terminal's error stream; returns how to stop. */
function watchProgress(importId: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  const timer = setInterval(async () => {
    const progress = await withActor(program, (tx) => readProgress(tx, importId)).catch(() => null);
    if (progress)
      process.stderr.write(`\r\u001b[K${importWords("cli.progress", { step: progress.step, done: progress.done })}`);
  }, looksEveryMs);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  };
}
