"use client";

import { signIn } from "next-auth/react";

/** Why nobody was let in; a code is asked for after the right password only. */
export type Refusal = "credentials" | "codeMissing" | "codeWrong";

/** Opens a session and goes on to a page of ours; where it was refused, why. */
export async function enter(
  provider: "password" | "demo" | "welcome",
  given: Record<string, string>,
  returnTo: string,
): Promise<Refusal | null> {
  const answer = await signIn(provider, { ...given, redirect: false });
  if (!answer?.ok || answer.error)
    return answer?.error === "codeMissing" || answer?.error === "codeWrong" ? answer.error : "credentials";
  window.location.assign(returnTo);
  return null;
}
