import type { Result } from "@/kernel/result";

/** The message key of why something did not work; null while nothing failed. */
export function failureKey(result: Result<unknown> | undefined): string | null {
  if (!result || result.ok) return null;
  const { failure } = result;
  if (failure.code === "invalid") return Object.values(failure.fields)[0] ?? "failures.malformed";
  if (failure.code === "refused" || failure.code === "conflict") return failure.reason;
  return failure.code === "not_found" ? "failures.notFound" : `failures.${failure.code}`;
}
