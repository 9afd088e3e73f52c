import { prepareDatabase } from "./lib/database";

const database = await prepareDatabase();
console.log(database.applied.length === 0 ? "The database is up to date." : `Applied ${database.applied.join(", ")}.`);
await database.stop();
