"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/ui/button";
import { useResolver } from "@/ui/form/use-resolver";
import { Link } from "@/ui/link";
import { enter, type Refusal } from "./enter";
import type { SignIn } from "./sign-in-schema";

const schema = async () => (await import("./sign-in-schema")).signIn;

const input = "mt-1.5 block h-11 w-full rounded-md border border-control bg-surface px-3 text-base";

export function SignInForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<SignIn>({ resolver: useResolver(schema), defaultValues: { email: "", password: "", code: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setRefused(await enter("password", values, returnTo));
  });
  const asksForCode = refused === "codeMissing" || refused === "codeWrong";
  useEffect(() => {
    if (asksForCode) form.setFocus("code");
  }, [asksForCode, form]);
  return (
    <form onSubmit={submit} method="post" noValidate className="mt-6 grid gap-5">
      {refused && refused !== "codeMissing" && (
        <p role="alert" className="rounded-md bg-critical-soft px-3 py-2.5 text-critical-ink">
          {t(refused === "codeWrong" ? "signIn.codeWrong" : "signIn.refused")}
        </p>
      )}
      <div>
        <label htmlFor="email" className="font-strong">
          {t("signIn.email")}
        </label>
        <input
          id="email"
          type="email"
          autoComplete="username"
          className={input}
          aria-invalid={errors.email ? true : undefined}
          aria-describedby={errors.email ? "email-error" : undefined}
          {...form.register("email")}
        />
        {errors.email?.message && (
          <p id="email-error" className="mt-1.5 text-critical-ink">
            {t(errors.email.message)}
          </p>
        )}
      </div>
      <div>
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor="password" className="font-strong">
            {t("signIn.password")}
          </label>
          <Link href="/forgot" className="text-xs">
            {t("signIn.forgot")}
          </Link>
        </div>
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          className={input}
          aria-invalid={errors.password ? true : undefined}
          aria-describedby={errors.password ? "password-error" : undefined}
          {...form.register("password")}
        />
        {errors.password?.message && (
          <p id="password-error" className="mt-1.5 text-critical-ink">
            {t(errors.password.message)}
          </p>
        )}
      </div>
      {asksForCode && (
        <div>
          <label htmlFor="code" className="font-strong">
            {t("signIn.code")}
          </label>
          <p id="code-help" className="mt-0.5 text-ink-2">
            {t("signIn.codeHelp")}
          </p>
          <input
            id="code"
            autoComplete="one-time-code"
            className={input}
            aria-describedby="code-help"
            {...form.register("code")}
          />
        </div>
      )}
      <Button type="submit" variant="primary" size="lg" pending={isSubmitting}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
