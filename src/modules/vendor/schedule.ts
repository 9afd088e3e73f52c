import type { SystemActor } from "@/kernel/actor";
import { withActor } from "@/server/db";
import { log } from "@/server/log";
import { publisher, readPublishedRates } from "./domain/published-rates";
import { claimFetch, saveRates, settleFetch } from "./repository/rates";

const actor: SystemActor = { kind: "system", cause: "worker" };
const address = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";
const minute = 60_000;
/** The bank publishes once on each of its working days; a try that brought nothing is repeated as often. */
const fetchEvery = 6 * 60 * minute;
const lookEvery = minute;
const longestFetch = 20_000;

/** Asks for the newest rates; throws where there is no answer that can be read. */
type Ask = (url: string, stopping?: AbortSignal) => Promise<string>;

async function askBank(url: string, stopping?: AbortSignal): Promise<string> {
  const inTime = AbortSignal.timeout(longestFetch);
  const answer = await fetch(url, { signal: stopping ? AbortSignal.any([stopping, inTime]) : inTime });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  return answer.text();
}

async function newestRates(ask: Ask, stopping?: AbortSignal) {
  const read = readPublishedRates(await ask(address, stopping));
  if (!read || read.rates.length === 0 || read.problems.length > 0)
    throw new Error(`${new URL(address).host} answered with something else than rates`);
  return read.rates;
}

/** The errand that fetches the newest exchange rates where the vendor wants it; it says how many were new or corrected. */
export function fetchRates(ask: Ask = askBank): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let lookAgain = 0;
  return async (now, stopping) => {
    if (now.getTime() < lookAgain) return 0;
    lookAgain = now.getTime() + lookEvery;
    const before = new Date(now.getTime() - fetchEvery);
    if (!(await withActor(actor, (tx) => claimFetch(tx, now, before)))) return 0;
    try {
      const rates = await newestRates(ask, stopping);
      return await withActor(actor, async (tx) => {
        const count = await saveRates(tx, rates, publisher, now);
        await settleFetch(tx, now, null);
        return count;
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.warn({ why }, "no exchange rates were fetched");
      await withActor(actor, (tx) => settleFetch(tx, now, why.slice(0, 500)));
      return 0;
    }
  };
}
