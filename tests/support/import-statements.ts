import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { takeBack, undoneSchema, writePart, writtenSchema } from "@/modules/imports/repository/apply";
import {
  bookedSchema,
  reasonSchema,
  reasonsOf,
  reconcile,
  ruledOf,
  ruledSchema,
  totalSchema,
  totalsOf,
} from "@/modules/imports/repository/figures";
import { purgedSchema, purgeRows } from "@/modules/imports/repository/purge";
import type { ImportPart, PartAtWork } from "@/modules/imports/repository/target";
import { definitionOf } from "@/modules/imports/use-cases/definitions";
import type { Tx } from "@/server/db";
import { checked, fileWith, imported, readImport } from "./imports";
import { noon, sql } from "./world";

const head = "reference,partner,owner email,customer,amount,currency,stage,closed,loss reason";
// The people of the canaries have an address of their own, so the owner is looked up.
const line = (reference: string, owner: string, rest: string) => `${reference},${owner},Acme,${rest}`;

function part(id: string): ImportPart {
  const found = definitionOf(id)?.parts[0];
  if (!found) throw new Error(`no import ${id}`);
  return found;
}

const atWork = (importId: string, name: string): PartAtWork => ({
  importId,
  part: name,
  now: noon,
  personId: null,
  zone: "Europe/Berlin",
  reportingCurrency: "EUR",
  dryRun: false,
});

async function owner(): Promise<string> {
  const [found] = await sql<{ owner: string }>(
    "select q.domain || ',' || p.email as owner from person p join partner q on q.id = p.partner_id order by p.email limit 1",
  );
  return found?.owner ?? "";
}

let deals: Promise<string> | undefined;
/** Deals that were imported, with one that gives a warning. */
const importedDeals = () => {
  deals ??= owner().then((who) =>
    imported("deals", [head, line("S-1", who, "10.50,EUR,Won,2026-01-05,"), line("S-2", who, "7,EUR,Proposal,,")]),
  );
  return deals;
};

let partners: Promise<string> | undefined;
/** A partner whose manager comes by territory. */
const checkedPartner = () => {
  partners ??= sql(
    "update membership set region_id = (select id from region where code = 'DACH') where role = 'channel_manager'",
  ).then(async () => {
    const lines = ["name,domain,country,region,type,tier,currency", "Ruled,ruled.com,DE,DACH,reseller,gold,EUR"];
    const id = await readImport("partners", [fileWith("ruled.csv", lines)]);
    await checked(id);
    return id;
  });
  return partners;
};

async function checkedCustomer(): Promise<string> {
  const id = await readImport("customers", [fileWith("written.csv", ["name,country", "Written AG,Germany"])]);
  await checked(id);
  return id;
}

const system: Actor = { kind: "system", cause: "import" };
const apply = "imports/repository/apply.ts";
const figures = "imports/repository/figures.ts";

/** Every statement of the imports that is written as SQL and gives rows. */
export const importStatements = [
  {
    file: apply,
    what: "what a part wrote",
    as: system,
    run: async (tx: Tx) => writePart(tx, atWork(await checkedCustomer(), "customers"), part("customers").target),
    rows: writtenSchema.strict(),
  },
  {
    file: apply,
    what: "what was taken back",
    as: system,
    run: async (tx: Tx) => takeBack(tx, await imported("customers", ["name,country", "Taken Back AG,Germany"]), noon),
    rows: undoneSchema.strict(),
  },
  {
    file: "imports/repository/purge.ts",
    what: "what was forgotten",
    as: system,
    // Before everything that is there, so that the other statements find theirs.
    run: (tx: Tx) => purgeRows(tx, new Date(0)),
    rows: purgedSchema.strict(),
  },
  {
    file: figures,
    what: "the problems of a part",
    as: system,
    run: async (tx: Tx) => reasonsOf(tx, await importedDeals(), "deals"),
    rows: reasonSchema.strict(),
  },
  {
    file: figures,
    what: "what was filled in by rule",
    as: system,
    run: async (tx: Tx) => ruledOf(tx, await checkedPartner(), "partners"),
    rows: ruledSchema.strict(),
  },
  {
    file: figures,
    what: "the sums of a part",
    as: system,
    run: async (tx: Tx) => totalsOf(tx, await importedDeals(), part("deals")),
    rows: totalSchema.strict(),
  },
  {
    file: figures,
    what: "what was booked",
    as: system,
    run: async (tx: Tx) => reconcile(tx, atWork(await importedDeals(), "deals"), part("deals")),
    rows: z.union([bookedSchema.strict(), totalSchema.strict()]),
  },
] as const;
