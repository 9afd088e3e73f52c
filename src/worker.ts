import { dealClocks } from "@/modules/deals/schedule";
import { disconnect } from "@/server/db";
import { log } from "@/server/log";
import { startWorker } from "@/server/worker";

const connection = process.env.DATABASE_URL;
if (!connection) throw new Error("DATABASE_URL is not set: the worker needs the direct connection");

const worker = await startWorker(connection, [...dealClocks]);
log.info("worker started");

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker stopping");
  await worker.stop();
  await disconnect();
  process.exit(0);
}

process.on("SIGINT", () => void stop("SIGINT"));
process.on("SIGTERM", () => void stop("SIGTERM"));
