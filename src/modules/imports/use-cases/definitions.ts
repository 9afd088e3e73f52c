import { customerImport, customerTarget, directOpportunityImport } from "@/modules/accounts/public";
import { dealImport, dealTarget, productLineTarget } from "@/modules/deals/public";
import { partnerImport, partnerTarget, regionTarget } from "@/modules/partners/public";
import { certificateImport, personImport, personTarget } from "@/modules/people/public";
import { orderImport } from "@/modules/revenue/public";
import { crmSalesOpportunities } from "../presets/crm-sales-opportunities";
import type { ImportDefinition, ImportPart, ImportTarget } from "../repository/target";

const alone = (part: ImportPart): ImportDefinition => ({ id: part.preset.id, parts: [part] });

/** Every kind of import there is. */
export const definitions: readonly ImportDefinition[] = [
  alone(partnerImport),
  alone(personImport),
  alone(customerImport),
  alone(dealImport),
  alone(directOpportunityImport),
  alone(certificateImport),
  alone(orderImport),
  crmSalesOpportunities,
];

/** The import of a name; undefined where there is none. */
export function definitionOf(id: string): ImportDefinition | undefined {
  return definitions.find((definition) => definition.id === id);
}

/** The tables an import writes. */
export function tablesOf({ parts }: ImportDefinition): string[] {
  return parts.map(({ target }) => target.table);
}

const shared: readonly ImportTarget[] = [
  customerTarget,
  dealTarget,
  partnerTarget,
  personTarget,
  productLineTarget,
  regionTarget,
];

/** Everything the rows of an import may point at, by table. */
export function targetsOf({ parts }: ImportDefinition): ReadonlyMap<string, ImportTarget> {
  return new Map([...shared, ...parts.map(({ target }) => target)].map((target) => [target.table, target]));
}

/** The files a folder has to hold for an import, in lower case; none where it is one file of any name. */
export function filesOf({ parts }: ImportDefinition): string[] {
  return [...new Set(parts.flatMap(({ file }) => file ?? []))];
}

/** The list the values of a field are among; undefined where they are written out, or anything. */
export function amongOf({ parts }: ImportDefinition, part: string, field: string): string | undefined {
  const found = parts.find(({ preset }) => preset.id === part)?.preset.fields.find(({ key }) => key === field);
  return found?.kind === "choice" && typeof found.among === "string" ? found.among : undefined;
}
