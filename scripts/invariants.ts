import { asCommand } from "./lib/command";
import { examineAll, findingLines } from "./lib/invariants";
import { openOwnerDatabase } from "./lib/owner-database";

/** `npm run check:invariants`: every statement that must return no row, over the database of the settings. */
await asCommand(async () => {
  const database = await openOwnerDatabase();
  try {
    const findings = await examineAll(database.ownerUrl);
    for (const line of findingLines(findings)) console.log(line);
    const broken = findings.filter(({ rows }) => rows > 0).length;
    console.log(`\n${findings.length - broken} of ${findings.length} hold`);
    return broken === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
});
