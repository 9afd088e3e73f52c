import type { Failure } from "@/kernel/failure";
import { err, type Result } from "@/kernel/result";
import { type DealDraft, dealTypes, participantRoles } from "../../domain/deal";
import type { RegistrationValues } from "./deal-form-schema";

/** A draft as the form edits it. A choice that no longer exists falls back to the usual one. */
export function valuesOf(draft: DealDraft): RegistrationValues {
  return {
    ...draft,
    partnerRole: participantRoles.find((role) => role === draft.partnerRole) ?? "selling",
    dealType: dealTypes.find((type) => type === draft.dealType) ?? "new",
    answer: "",
  };
}

/** What the form holds without the answer, which is no part of a registration. */
export function draftOf({ answer: _, ...content }: RegistrationValues): DealDraft {
  return content;
}

/** The server names fields below `content`; the form names them without it. */
export function withoutPrefix<Value>(result: Result<Value>): Result<Value> {
  if (result.ok || result.failure.code !== "invalid") return result;
  const fields = Object.entries(result.failure.fields).map(([path, key]) => [path.replace(/^content\./, ""), key]);
  const failure: Failure = { code: "invalid", fields: Object.fromEntries(fields) };
  return err(failure);
}
