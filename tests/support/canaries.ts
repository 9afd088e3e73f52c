import type { PersonActor } from "@/kernel/actor";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { typed, verbNamed } from "./deal-verbs";
import { dealRow, does, done, drafted, submitted } from "./deals";
import { idOf, seedWorld, sql, world } from "./world";

export type Company = "alpha" | "beta" | "gamma";

/** A word that exists in the rows of one record of one organisation only: whoever may not see these must never read it. */
export function canary(company: Company, kind: string, of = ""): string {
  return `CNRY-${company}-${kind}-${idOf(`${company} ${kind} ${of}`).replaceAll("-", "")}`;
}

/** All canaries in a value, whatever its shape. */
export function canariesIn(value: unknown): string[] {
  const text =
    JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part)) ?? "";
  const found = text.match(/cnry-[a-z]+-[a-z]+-[0-9a-f]{32}/gi) ?? [];
  return [...new Set(found.map((word) => word.toLowerCase()))].sort();
}

/** What a deal has been through, as the names of the use cases after its draft. */
const approved = ["deal.submit", "deal.approve"];
const journeys: readonly (readonly string[])[] = [
  [],
  ["deal.submit"],
  ["deal.submit", "deal.return"],
  ["deal.submit", "deal.return", "deal.submit"],
  ["deal.submit", "deal.reject"],
  ["deal.submit", "deal.withdraw"],
  approved,
  [...approved, "deal.changeStage"],
  [...approved, "deal.reportLoss"],
  [...approved, "deal.askExtension"],
  [...approved, "deal.askExtension", "deal.declineExtension", "deal.extend", "deal.release", "deal.copy"],
  [...approved, "deal.askExtension", "deal.grantExtension", "deal.askRevocation"],
  [...approved, "deal.askRevocation", "deal.declineRevocation", "deal.askRevocation", "deal.confirmRevocation"],
  [...approved, "deal.reportWin"],
  [...approved, "deal.reportWin", "deal.confirmWin"],
  ["deal.submit", "deal.reject", "deal.openDispute", "deal.decideDispute"],
  ["deal.submit", "deal.reject", "deal.openDispute", "deal.withdrawDispute"],
  [...approved, "record.comment", "record.addTask", "record.setTaskDone"],
];

/** A person of the world's companies whose name is a canary too. */
function of(company: Company, person: PersonActor, changes: Partial<PersonActor> = {}): PersonActor {
  const partnerId = person.side === "partner" ? idOf(company) : null;
  const known = { ...person, partnerId, ...changes };
  return partnerId ? { ...known, name: canary(company, "person", known.personId) } : known;
}

const other = (name: string, roles: PersonActor["roles"]): Partial<PersonActor> => ({
  personId: idOf(name),
  name,
  roles,
});

/** Who takes part: two sellers of one company, the people of two others, and the manager of another territory. */
export const people = {
  alphaSales: of("alpha", world.alphaSales),
  alphaColleague: of("alpha", world.alphaOther),
  alphaAdmin: of("alpha", world.alphaAdmin),
  alphaTechnical: of("alpha", world.alphaSales, other("Tea Alpha", ["partner_technical"])),
  betaSales: of("beta", world.betaSales),
  betaAdmin: of("beta", world.betaSales, other("Bea Beta", ["partner_admin"])),
  gammaSales: of("gamma", world.betaSales, other("Gus Gamma", ["partner_sales"])),
  distantManager: of("gamma", world.manager, other("Dora Distant", ["channel_manager"])),
} as const;

const { alphaSales, alphaColleague, betaSales, gammaSales, distantManager } = people;
const sellers = [
  ["alpha", alphaSales],
  ["alpha", alphaColleague],
  ["beta", betaSales],
  ["gamma", gammaSales],
] as const;

/** Who decides the deals of a company. */
export const managerOf = (company: Company): PersonActor => (company === "gamma" ? distantManager : world.manager);

async function addGamma(): Promise<void> {
  await sql("insert into region (id, code, name) values ($1, 'NORD', 'Nordics')", [idOf("nordics")]);
  const newcomers = [people.alphaTechnical, people.betaAdmin, gammaSales, distantManager];
  for (const { personId } of newcomers) {
    await sql("insert into person (id, email, name, zone) values ($1, $2, $2, 'Europe/Berlin')", [
      personId,
      `${personId}@test.example`,
    ]);
  }
  await sql(
    `insert into partner (id, name, trading_name, domain, country, region_id, types, tier, currency, agreement_date, channel_manager_id)
     values ($1, 'gamma', 'gamma', 'gamma.example', 'SE', $2, '{reseller}', 'gold', 'EUR', '2025-01-01', $3)`,
    [idOf("gamma"), idOf("nordics"), distantManager.personId],
  );
  for (const { personId, partnerId, roles } of newcomers) {
    await sql("update person set partner_id = $2 where id = $1", [personId, partnerId]);
    await sql("insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, $3)", [
      personId,
      partnerId,
      roles[0],
    ]);
  }
}

/** Canaries for what no verb writes: the companies, their people, and the deals the world began with. */
async function markRows(): Promise<void> {
  for (const company of ["alpha", "beta", "gamma"] as const) {
    const word = canary(company, "partner");
    await sql("update partner set name = $2, trading_name = $2, domain = lower($2), tax_id = $2 where id = $1", [
      idOf(company),
      word,
    ]);
  }
  for (const { personId, partnerId, name } of Object.values(people)) {
    if (partnerId)
      await sql("update person set name = $2, title = $2, email = lower($2) || '@test.example' where id = $1", [
        personId,
        name,
      ]);
  }
  for (const company of ["alpha", "beta"] as const) {
    const word = canary(company, "deal", "earlier");
    await sql("update deal set customer_name = $2, contact_name = $2, need = $2 where id = $1", [
      idOf(`${company} earlier`),
      word,
    ]);
    await sql("update account set name = $2 where id = $1", [idOf(`${company} customer`), word]);
  }
}

/** Takes a new deal through verbs; every free text of it and about it holds `words`. */
export async function journey(
  seller: PersonActor,
  manager: PersonActor,
  names: readonly string[],
  words: string,
): Promise<string> {
  const dealId = await drafted(seller);
  done(await does(seller, saveDraft, { dealId, version: 1, draft: typed(words) }));
  for (const name of names) {
    const verb = verbNamed(name);
    const { version } = await dealRow(dealId);
    const actor = { seller, manager, owner: world.owner }[verb.by];
    done(await verb.attempt(actor, { dealId, version }, words));
  }
  return dealId;
}

/** Two companies register one customer, each in its own words; what joins the two is the website. */
async function conflict(): Promise<void> {
  for (const [company, seller] of [
    ["alpha", alphaSales],
    ["beta", betaSales],
  ] as const) {
    const words = canary(company, "deal", "conflict");
    const customer = { name: words, website: "contested-customer.com", country: "DE" };
    const contact = { name: words, email: `${words.toLowerCase()}@example.com` };
    await submitted(seller, { customer, contact, need: words });
  }
}

/** Three companies and their people, without deals but for those the world begins with. */
export async function seedCompanies(): Promise<void> {
  await seedWorld({ presales: true });
  await addGamma();
  await markRows();
}

/** The same, with a deal in every state for each seller, and one customer that two companies registered. */
export async function seedDealsInEveryState(): Promise<void> {
  await seedCompanies();
  for (const [company, seller] of sellers) {
    for (const [index, names] of journeys.entries()) {
      await journey(seller, managerOf(company), names, canary(company, "deal", `${seller.personId} ${index}`));
    }
  }
  await conflict();
}
