import { asCommand } from "./lib/command";
import { openOwnerDatabase } from "./lib/owner-database";
import { replayAll } from "./lib/replay";

const mostShown = 50;

/** `npm run replay`: every stored decision again, under its own rules, over the database of the settings. */
await asCommand(async () => {
  const database = await openOwnerDatabase();
  try {
    const { decisions, different } = await replayAll(database.ownerUrl);
    if (process.argv.includes("--json")) console.log(JSON.stringify({ decisions, different }, null, 2));
    else {
      for (const { id, subjectId, why } of different.slice(0, mostShown))
        console.log(`${id} about ${subjectId}: ${why}`);
      console.log(`${decisions} decisions replayed, ${different.length} differences`);
    }
    return different.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
});
