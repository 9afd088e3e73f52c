import { randomInt } from "node:crypto";
import pg from "pg";
import { type PersonActor, personActor } from "@/kernel/actor";
import { addDays, dayOf } from "@/kernel/dates";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { newId } from "@/server/ids";

/** One use case of somebody who registers deals: it begins a draft, or submits one. */
export type Write = {
  readonly step: "draft" | "submit";
  readonly dealId: string;
  readonly actor: PersonActor;
  readonly input: unknown;
};

/** Carries out a write: whether it was done or refused. Throws where nobody can tell. */
export type Perform = (write: Write) => Promise<"done" | "refused">;

export type Written = Write & { readonly outcome: "done" | "refused" | "unknown" };

export type Writing = {
  /** Every write that was answered, or will never be, in the order of their ends. */
  readonly log: readonly Written[];
  readonly stop: () => Promise<void>;
};

type People = { readonly sellers: readonly PersonActor[]; readonly productLineId: string };

/** Who sells for partners, and something they sell. */
export async function readPeople(ownerUrl: string): Promise<People> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; name: string; partner: string }>(
      `select p.id, p.name, p.partner_id as partner from person p join membership m on m.person_id = p.id
       join partner o on o.id = p.partner_id and o.stage = 'active'
       where m.role = 'partner_sales' and m.ended_at is null and p.disabled_at is null order by p.id limit 20`,
    );
    const { rows: products } = await client.query<{ id: string }>("select id from product_line order by code limit 1");
    const sellers = rows.map(({ id, name, partner }) =>
      personActor({
        personId: id,
        name,
        partnerId: partner,
        roles: ["partner_sales"],
        seesCompanyDeals: false,
        zone: "UTC",
        locale: "en",
      }),
    );
    return { sellers: sellers.filter((seller) => seller !== null), productLineId: products[0]?.id ?? "" };
  } finally {
    await client.end();
  }
}

const word = () => Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join("");

function contentOf(productLineId: string, now: Date) {
  const name = word();
  return {
    customer: { name: `${name} GmbH`, website: `${name}.example`, country: "DE" },
    contact: { name: "Anke Reuter", email: `anke@${name}.example` },
    productLineId,
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: String(randomInt(10_000, 300_000)), currency: "EUR" },
    expectedClose: addDays(dayOf(now, "UTC"), 80),
    need: "",
  };
}

/**
 * Writes so many times a second until stopped, whatever becomes of the writes: each draft that was begun is submitted later. The
 * log is kept here, beside what is being tried.
 */
export function writeSteadily({ sellers, productLineId }: People, perform: Perform, perSecond: number): Writing {
  const log: Written[] = [];
  const drafts: Written[] = [];
  const underWay = new Set<Promise<void>>();
  let turn = 0;

  async function write(next: Write): Promise<void> {
    const outcome = await perform(next).catch(() => "unknown" as const);
    const written = { ...next, outcome };
    log.push(written);
    if (written.step === "draft" && outcome === "done") drafts.push(written);
  }
  function nextWrite(): Write | null {
    turn += 1;
    const draft = turn % 2 === 0 ? drafts.shift() : undefined;
    if (draft) {
      const content = contentOf(productLineId, new Date());
      return { ...draft, step: "submit", input: { dealId: draft.dealId, version: 1, content } };
    }
    const actor = sellers[turn % sellers.length];
    const dealId = newId();
    return actor ? { step: "draft", dealId, actor, input: { dealId, version: 0, draft: emptyDraft("EUR") } } : null;
  }
  const timer = setInterval(() => {
    const next = nextWrite();
    if (!next) return;
    const promise: Promise<void> = write(next).finally(() => underWay.delete(promise));
    underWay.add(promise);
  }, 1000 / perSecond);
  return {
    log,
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

/** Carries out writes by sending them to the application of the drill. */
export function performAt(url: string): Perform {
  return async (write) => {
    const { ok, text } = await post(url, {}, JSON.stringify(write));
    if (!ok) throw new Error(text);
    return text === "done" ? "done" : "refused";
  };
}

const patience = 10_000;

/** Sends something and reads the whole answer; throws when it takes too long. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ ok: boolean; text: string }> {
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: abort.signal });
    return { ok: response.ok, text: await response.text() };
  } finally {
    clearTimeout(late);
  }
}
