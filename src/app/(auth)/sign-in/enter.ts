"use client";

import { signIn } from "next-auth/react";

/** Opens a session and goes on to a page of ours; false when it was refused. */
export async function enter(
  provider: "password" | "demo" | "welcome",
  given: Record<string, string>,
  returnTo: string,
): Promise<boolean> {
  const answer = await signIn(provider, { ...given, redirect: false });
  if (!answer?.ok || answer.error) return false;
  window.location.assign(returnTo);
  return true;
}
