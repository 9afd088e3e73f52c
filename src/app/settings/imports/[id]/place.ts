import type { PersonActor } from "@/kernel/actor";
import type { ImportStep } from "@/modules/imports/domain/steps";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import type { CheckChoices } from "@/modules/imports/ui/check-choices";
import { portalOf } from "../../../portals";

/** The list of imports; each is below it. */
export const importsBase = "/settings/imports";

/** An import on the screen that comes next, or on a named one. */
export function openImport(id: string, step?: ImportStep): string {
  return `${importsBase}/${id}${step ? `?step=${step}` : ""}`;
}

/** What was said about an import so far, for the next check. */
export function choicesOf({ id, answers, onDuplicate, goodRowsOnly }: ImportRecord): CheckChoices {
  return { importId: id, answers, onDuplicate, goodRowsOnly };
}

/** Where the reader looks at a record that was imported; null for what has no page of its own. */
export function recordHref(actor: PersonActor, target: string, recordId: string): string | null {
  if (target === "partner") return `/channel/partners/${recordId}`;
  return target === "deal" ? `/${portalOf(actor)}/deals/${recordId}` : null;
}
