import { once } from "node:events";
import { keepSearchable } from "@/modules/accounts/schedule";
import { dealNotices, participationNotices } from "@/modules/deals/reactions";
import { dealClocks, matchOrders, warnOfEndings } from "@/modules/deals/schedule";
import { handOver } from "@/modules/deals/use-cases/hand-over";
import { dealsInBulk } from "@/modules/deals/use-cases/in-bulk";
import { forgetOldRows } from "@/modules/imports/schedule";
import { doBulkRows } from "@/modules/lists/schedule";
import { tellPeople } from "@/modules/notices/reactions";
import { sendMails } from "@/modules/notices/schedule";
import { watchOpportunities } from "@/modules/opportunities/schedule";
import { personLinks, personNotices, sendLinks } from "@/modules/people/reactions";
import { followDays } from "@/modules/people/schedule";
import { policyNotices } from "@/modules/policies/reactions";
import { recordNotices } from "@/modules/records/reactions";
import { fetchRates } from "@/modules/vendor/schedule";
import { disconnect } from "@/server/db";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { smtpTransport } from "@/server/mail";
import { startWorker } from "@/server/worker";

const connection = process.env.DATABASE_URL;
if (!connection) throw new Error("DATABASE_URL is not set: the worker needs the direct connection");

const longestStop = 9000;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    log.info({ signal }, "worker stopping");
    stopping.abort();
    // Whoever asked waits ten seconds before killing; what was claimed and not finished is done by the next worker.
    setTimeout(() => process.exit(1), longestStop).unref();
  });
}

const { SMTP_URL, MAIL_FROM } = env();
const smtp = SMTP_URL && MAIL_FROM ? smtpTransport(SMTP_URL, MAIL_FROM) : null;
const sources = [dealNotices, participationNotices, recordNotices, policyNotices, personNotices];

const duties = {
  clocks: [...dealClocks],
  reactions: [handOver, tellPeople(sources), sendLinks],
  errands: [
    sendMails({ sources, links: personLinks, smtp }),
    warnOfEndings(),
    followDays(),
    matchOrders(),
    watchOpportunities(),
    fetchRates(),
    forgetOldRows(),
    keepSearchable(),
    doBulkRows(dealsInBulk),
  ],
};
const worker = await startWorker(connection, duties, stopping.signal);
log.info("worker started");

if (!stopping.signal.aborted) await once(stopping.signal, "abort");
await worker.stop();
smtp?.close();
await disconnect();
process.exit(0);
