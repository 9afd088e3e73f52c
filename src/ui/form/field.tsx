"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FieldErrors, get, useFormContext } from "react-hook-form";
import { Glyph } from "@/ui/glyph";
import { controlId } from "./control-id";
import { useLabel } from "./form-around";
import { useMessage } from "./use-message";

export type FieldProps = {
  /** Path in the form's values, "customer.name". */
  name: string;
  label: string;
  help?: ReactNode;
  /** Required is the rule; this one is not. */
  optional?: boolean;
};

/** The message key at a path of the errors, or null. */
export function messageAt(errors: FieldErrors, path: string): string | null {
  // The library looks a path up without a type.
  const error = get(errors, path) as { message?: unknown } | undefined;
  return typeof error?.message === "string" ? error.message : null;
}

/**
 * What a control needs: its id, its description and whether its value is wrong. The first control of a `group` also answers for
 * the errors of the whole question.
 */
export function useControl(name: string, help: ReactNode, group?: string) {
  const { formState } = useFormContext();
  const error = messageAt(formState.errors, name) ?? (group ? messageAt(formState.errors, group) : null);
  const id = controlId(name);
  const described = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    error,
    attributes: { id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined } as const,
  };
}

/** The label's words, and whether the field may stay empty. */
export function LabelText({ label, optional }: { label: string; optional?: boolean }) {
  const t = useTranslations("ui.form");
  return (
    <>
      {label}
      {optional && <span className="font-normal text-ink-2"> {t("optional")}</span>}
    </>
  );
}

export function FieldHelp({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-help`} className="mt-0.5 text-ink-2">
      {children}
    </div>
  );
}

/** What is wrong, in words, with a mark that is not only red. */
export function FieldError({ id, message }: { id: string; message: string }) {
  const say = useMessage();
  return (
    <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-critical-ink">
      <Glyph shape={CircleAlert} className="mt-0.5" />
      {say(message)}
    </p>
  );
}

type FrameProps = FieldProps & { group?: string; children: ReactNode };

/** Label above, help under it, the error beside the control. */
export function FieldFrame({ name, label, help, optional, group, children }: FrameProps) {
  const { id, error } = useControl(name, help, group);
  useLabel(name, label);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-base font-strong">
        <LabelText label={label} optional={optional} />
      </label>
      {help && <FieldHelp id={id}>{help}</FieldHelp>}
      <div className="mt-1.5">{children}</div>
      {error && <FieldError id={id} message={error} />}
    </div>
  );
}
