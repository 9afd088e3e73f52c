import path from "node:path";
import { parseArgs } from "node:util";
import { asCommand } from "./lib/command";
import { makeGround } from "./lib/drill-ground";
import { drillRestore } from "./lib/drill-restore";
import { findingLines } from "./lib/invariants";

/**
 * `npm run drill:restore [-- --seconds N]`: backs the demo program up while it is written to, restores it on another server,
 * and compares every table with the moment of the backup.
 */
await asCommand(async () => {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "5" } } });
  const ground = await makeGround("http://localhost:3000");
  const { disconnect } = await import("@/server/db");
  try {
    const drill = await drillRestore({
      sourceUrl: ground.database.ownerUrl,
      targetUrl: await ground.elsewhere(),
      file: path.join(ground.folder, "drill.backup.gz"),
      perSecond: 20,
      seconds: Number(values.seconds),
    });
    const { writes, tables, rows, bytes, backupMs, restoreMs, different, lost, broken } = drill;
    console.log(`  ${writes.before} writes before the backup, ${writes.during} during it, ${writes.after} after it`);
    console.log(
      `  ${rows} rows of ${tables} tables in ${bytes} bytes: ${backupMs} ms to back up, ${restoreMs} ms to restore`,
    );
    console.log(
      `  ${different.length} tables differ from the moment of the backup${different.map((name) => ` ${name}`).join()}`,
    );
    console.log(`  ${lost} acknowledged writes lost, ${broken.length} invariants broken`);
    for (const line of findingLines(broken)) console.log(line);
    return different.length + lost + broken.length === 0 && writes.before > 0 ? 0 : 1;
  } finally {
    await disconnect();
    await ground.remove();
  }
});
