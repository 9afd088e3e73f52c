"use client";

import { signIn } from "next-auth/react";

/** Signs in with a password that was chosen a moment ago, and goes to the own home; to the sign-in where that fails. */
export async function enterWith(email: string, password: string): Promise<void> {
  const answer = await signIn("password", { email, password, redirect: false }).catch(() => null);
  window.location.assign(answer?.ok && !answer.error ? "/" : "/sign-in");
}
