import { partnerRoles, type Role, sideOf, vendorRoles } from "@/kernel/actor";
import { linkTo } from "@/modules/imports/domain/links";
import type { Known, Preset, RowProblem, TypedRow } from "@/modules/imports/domain/preset";
import { textOf, wordOf } from "@/modules/imports/domain/words";
import type { ImportPart } from "@/modules/imports/public";
import { personTarget } from "./person-target";

const roles: readonly Role[] = [...vendorRoles, ...partnerRoles];

/** A role by its key and by the same in plain words: "channel_manager" is "Channel manager". */
function known(role: Role): Known {
  const words = role.replaceAll("_", " ");
  return { key: role, label: words.charAt(0).toUpperCase() + words.slice(1) };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function check(row: TypedRow): RowProblem[] {
  const problems: RowProblem[] = [];
  const role = roles.find((candidate) => candidate === row.role);
  if (role && (sideOf(role) === "partner") !== Boolean(row.partner)) {
    problems.push({ field: "role", reason: row.partner ? "roleOfVendor" : "roleNeedsPartner" });
  }
  if (row.zone && !isZone(textOf(row, "zone"))) problems.push({ field: "zone", reason: "notAZone" });
  return problems;
}

const preset: Preset = {
  id: "people",
  fields: [
    { key: "name", kind: "text", words: ["full name", "contact", "contact name"], required: true },
    {
      key: "email",
      kind: "text",
      words: ["e-mail", "mail", "email address", "e-mail address"],
      format: "email",
      required: true,
    },
    { key: "title", kind: "text", words: ["job title", "position"] },
    {
      key: "partner",
      kind: "text",
      words: ["company", "partner domain", "partner name", "organisation", "organization"],
    },
    { key: "role", kind: "choice", words: ["portal role", "user role"], among: roles.map(known), required: true },
    { key: "zone", kind: "text", words: ["time zone", "timezone"] },
  ],
  check,
  identity: (row) => wordOf("mail", row.email),
  words: (row) => wordOf("mail", row.email),
  links: {
    partner: linkTo("partner", "partner", "domain", "name"),
  },
};

/** People of partners and of the vendor, with their roles. They can sign in once they are invited. */
export const personImport: ImportPart = { preset, target: personTarget, file: null };
