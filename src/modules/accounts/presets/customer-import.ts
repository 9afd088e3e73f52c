import type { Field, Link, Preset, TypedRow } from "@/modules/imports/domain/preset";
import { textOf, wordOf } from "@/modules/imports/domain/words";
import type { ImportPart } from "@/modules/imports/public";
import { companyNameKeys } from "../domain/company-name";
import { registrableDomain } from "../domain/website";
import { customerTarget } from "./customer-target";

/** The words by which a customer may be called: its domain, then its name, in its country where that is known. */
export function customerWords(name: string, country: string, website: string): string[] {
  const domain = registrableDomain(website) ?? "";
  const keys = name === "" ? [] : companyNameKeys(name);
  return [...wordOf("domain", domain), ...keys.map((key) => `name:${country === "" ? "" : `${country}:`}${key}`)];
}

/** A link to the customer that fields of a row name. */
export function customerLink(missing: Link["missing"]): Link {
  return {
    target: "account",
    field: "customer",
    words: (row) =>
      customerWords(textOf(row, "customer"), textOf(row, "customerCountry"), textOf(row, "customerWebsite")),
    missing,
  };
}

/** Words that say yes or no. */
const yesOrNo = [
  { key: "yes", label: "Yes", words: ["true", "y", "1", "x"] },
  { key: "no", label: "No", words: ["false", "n", "0"] },
];

export const customerFields: readonly Field[] = [
  {
    key: "name",
    kind: "text",
    words: ["account", "account name", "customer", "company", "company name"],
    required: true,
  },
  {
    key: "country",
    kind: "choice",
    words: ["office location", "headquarters", "country code"],
    among: "country",
    required: true,
  },
  { key: "website", kind: "text", words: ["domain", "web site", "url"], format: "website" },
  { key: "taxId", kind: "text", words: ["vat", "vat id", "vat number", "tax number"], most: 40 },
  { key: "parent", kind: "text", words: ["subsidiary of", "parent account", "parent company"] },
  { key: "isCustomer", kind: "choice", words: ["existing customer", "is a customer"], among: yesOrNo },
];

const own = (row: TypedRow) => customerWords(textOf(row, "name"), textOf(row, "country"), textOf(row, "website"));

/** How rows about customers are read, whatever else stands in their file. */
export function customerPreset(id: string): Preset {
  return {
    id,
    fields: customerFields,
    check: (row) => (companyNameKeys(textOf(row, "name"))[0] === "" ? [{ field: "name", reason: "notAName" }] : []),
    derive: (row) => ({
      keys: companyNameKeys(textOf(row, "name")),
      domain: registrableDomain(textOf(row, "website")) ?? "",
    }),
    identity: own,
    words: (row) => [...own(row), ...customerWords(textOf(row, "name"), "", "")],
    links: {
      parent: {
        target: "account",
        field: "parent",
        words: (row) => [
          ...customerWords(textOf(row, "parent"), textOf(row, "country"), ""),
          ...customerWords(textOf(row, "parent"), "", ""),
        ],
        missing: { reason: "parentUnknown", severity: "warning" },
      },
    },
  };
}

/** Customers with their parents. */
export const customerImport: ImportPart = { preset: customerPreset("customers"), target: customerTarget, file: null };
