import { prepareDatabase } from "./lib/database";
import { type ImportArguments, readArguments, usage } from "./lib/import-arguments";
import { productEnvironment } from "./lib/product";

/** Runs an import against the database of this installation. Ends with 0, 1 where nothing came of it, 2 where questions are open. */
async function run(asked: ImportArguments): Promise<number> {
  const database = await prepareDatabase();
  try {
    if (database.seeded !== "filled") throw new Error("This database is empty: `npm run up` fills it, then import.");
    // Settings are read when the modules of the server are loaded.
    Object.assign(process.env, { LOG_LEVEL: "silent", ...productEnvironment(database, "http://localhost:3000") });
    const { runImport } = await import("./lib/import-run");
    return await runImport(asked);
  } finally {
    const { disconnect } = await import("@/server/db");
    await disconnect();
    await database.stop();
  }
}

function asked(): ImportArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

try {
  process.exitCode = await run(asked());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
