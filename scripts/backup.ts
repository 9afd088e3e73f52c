import path from "node:path";
import { parseArgs } from "node:util";
import { backup } from "./lib/backup";
import { asCommand } from "./lib/command";
import { dataFolder } from "./lib/database";
import { openOwnerDatabase } from "./lib/owner-database";

/** `npm run backup [-- --to FILE]`: all data of the database in one file, while others go on working. */
await asCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const now = new Date();
  const name = `entente-${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z.backup.gz`;
  const file = path.resolve(values.to ?? path.join(dataFolder(), "backups", name));
  const database = await openOwnerDatabase();
  try {
    const started = performance.now();
    const { bytes, tables, rows, sha256 } = await backup(database.ownerUrl, file, now);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${file}\n${tables} tables, ${rows} rows, ${bytes} bytes in ${seconds} s, sha256 ${sha256}`);
    return 0;
  } finally {
    await database.stop();
  }
});
