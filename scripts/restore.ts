import path from "node:path";
import { parseArgs } from "node:util";
import { asCommand } from "./lib/command";
import { examineAll, findingLines } from "./lib/invariants";
import { openOwnerDatabase } from "./lib/owner-database";
import { restore } from "./lib/restore";

/** `npm run restore -- FILE [--into URL] [--replace]`: puts a backup into an empty database and looks whether the data are whole. */
await asCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { into: { type: "string" }, replace: { type: "boolean" } },
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Error("npm run restore -- FILE [--into URL] [--replace]");
  const database = values.into
    ? { ownerUrl: values.into, stop: async () => {} }
    : await openOwnerDatabase({ make: true });
  try {
    const started = performance.now();
    const { header, tables, rows, applied } = await restore(path.resolve(file), database.ownerUrl, values);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Restored ${tables} tables, ${rows} rows of ${header.madeAt} in ${seconds} s`);
    if (applied.length > 0) console.log(`Applied ${applied.join(", ")}, which this version has beyond the backup`);
    const findings = await examineAll(database.ownerUrl);
    const broken = findings.filter((finding) => finding.rows > 0);
    for (const line of findingLines(broken)) console.error(line);
    console.log(`${findings.length - broken.length} of ${findings.length} invariants hold`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
});
