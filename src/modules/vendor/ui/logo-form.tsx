"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/ui/button";
import { FieldError } from "@/ui/form/field";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { useMessage } from "@/ui/form/use-message";
import { removeLogoAction, saveLogoAction } from "../actions";

type Logo = { digest: string; width: number; height: number };

const largest = 512 * 1024;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The vendor's logo: what is shown now, another one, or none. */
export function LogoForm({ logo }: { logo: Logo | null }) {
  const t = useTranslations("vendor.logo");
  const say = useMessage();
  const [said, setSaid] = useState("");
  const of = useActionForm({
    schema: async () => (await import("../schema")).saveLogoInput,
    action: saveLogoAction,
    defaultValues: { image: "" },
    onSuccess: () => setSaid(t("saved")),
  });
  async function remove(digest: string): Promise<void> {
    const result = await removeLogoAction({ digest });
    if (result.ok) setSaid(t("removed"));
    else setSaid(say(result.failure.code === "conflict" ? result.failure.reason : "failures.unexpected"));
  }
  return (
    <div className="mt-4 grid max-w-130 gap-4">
      {logo ? (
        <div className="flex flex-wrap items-center gap-4">
          <span className="rounded-md border border-line bg-[#fff] p-3">
            <img src={`/brand/${logo.digest}`} alt={t("alt")} className="h-10 w-auto max-w-full" />
          </span>
          <Button variant="danger" onClick={() => void remove(logo.digest)}>
            {t("remove")}
          </Button>
        </div>
      ) : (
        <p className="text-ink-2">{t("none")}</p>
      )}
      <Form of={of}>
        <Picture />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t("upload")}</SubmitButton>
          <p role="status" className="text-positive-ink">
            {said}
          </p>
        </div>
      </Form>
    </div>
  );
}

function Picture() {
  const t = useTranslations("vendor.logo");
  const id = useId();
  const { field, fieldState } = useController({ name: "image" });
  const [problem, setProblem] = useState<string | null>(null);
  const message = problem ?? fieldState.error?.message ?? null;
  async function choose(file: File | undefined): Promise<void> {
    setProblem(file && file.size > largest ? "vendor.errors.logoLarge" : null);
    field.onChange(file && file.size <= largest ? await base64Of(file) : "");
  }
  return (
    <div>
      <label htmlFor={id} className="block text-base font-strong">
        {t("file")}
      </label>
      <p id={`${id}-help`} className="mt-0.5 text-ink-2">
        {t("help")}
      </p>
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        ref={field.ref}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-help${message ? ` ${id}-error` : ""}`}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
        className="mt-1.5 block w-full rounded-md border border-control bg-surface p-2 text-base file:me-3 file:rounded-md file:border-0 file:bg-hover file:px-3 file:py-1.5 file:text-ink"
      />
      {message && <FieldError id={id} message={message} />}
    </div>
  );
}
