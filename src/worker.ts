import { dealNotices } from "@/modules/deals/reactions";
import { dealClocks } from "@/modules/deals/schedule";
import { tellPeople } from "@/modules/notices/reactions";
import { sendMails } from "@/modules/notices/schedule";
import { disconnect } from "@/server/db";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { smtpTransport } from "@/server/mail";
import { startWorker } from "@/server/worker";

const connection = process.env.DATABASE_URL;
if (!connection) throw new Error("DATABASE_URL is not set: the worker needs the direct connection");

const { SMTP_URL, MAIL_FROM } = env();
const smtp = SMTP_URL && MAIL_FROM ? smtpTransport(SMTP_URL, MAIL_FROM) : null;
const sources = [dealNotices];

const worker = await startWorker(connection, {
  clocks: [...dealClocks],
  reactions: [tellPeople(sources)],
  errands: [sendMails({ sources, smtp })],
});
log.info("worker started");

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker stopping");
  await worker.stop();
  smtp?.close();
  await disconnect();
  process.exit(0);
}

process.on("SIGINT", () => void stop("SIGINT"));
process.on("SIGTERM", () => void stop("SIGTERM"));
