"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
} from "../actions";

/** Makes the secret; the page shows it next. */
function BeginForm() {
  const t = useTranslations("people.secondFactor");
  const of = useActionForm({
    schema: async () => (await import("../schema")).nothing,
    action: beginSecondFactorAction,
    defaultValues: {},
  });
  return (
    <Form of={of} className="mt-6">
      <SubmitButton>{t("begin")}</SubmitButton>
    </Form>
  );
}

/** Codes for the day the phone is gone: shown once, to print or keep in a safe. */
function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("people.secondFactor");
  return (
    <section aria-labelledby="codes" className="mt-6">
      <h2 id="codes">{t("codes")}</h2>
      <p className="mt-1 text-ink-2">{t("codesText")}</p>
      <ul className="figures mt-3 grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 text-base">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button className="mt-3" onClick={() => window.print()}>
        {t("print")}
      </Button>
    </section>
  );
}

type SetupProps = {
  /** Nothing yet, a secret whose first code is awaited, or in force. */
  stage: "begin" | "confirm" | "on";
  returnTo: string;
  /** The secret, for the app. */
  children: ReactNode;
};

/** From nothing to a second factor; its recovery codes are shown this once, and stay until the reader goes on. */
export function SecondFactorSetup({ stage, returnTo, children }: SetupProps) {
  const t = useTranslations("people.secondFactor");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes || stage === "on") {
    return (
      <>
        <p role="status" className="mt-6 text-positive-ink">
          {t("on")}
        </p>
        {codes && <RecoveryCodes codes={codes} />}
        <Button variant="primary" size="lg" className="mt-6" onClick={() => window.location.assign(returnTo)}>
          {t(codes ? "kept" : "goOn")}
        </Button>
      </>
    );
  }
  if (stage === "begin") return <BeginForm />;
  return (
    <>
      {children}
      <CodeForm onCodes={setCodes} />
    </>
  );
}

function CodeForm({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const t = useTranslations("people.secondFactor");
  const of = useActionForm<{ code: string }, { codes: string[] }>({
    schema: async () => (await import("../schema")).codeInput,
    action: confirmSecondFactorAction,
    defaultValues: { code: "" },
    onSuccess: (value) => onCodes(value.codes),
  });
  return (
    <Form of={of} className="mt-6">
      <TextField name="code" label={t("code")} help={t("codeHelp")} inputMode="decimal" autoComplete="one-time-code" />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

/** New recovery codes in place of the old ones. */
export function RenewRecoveryCodes({ onDone }: { onDone: () => void }) {
  const t = useTranslations("people.secondFactor");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const of = useActionForm<Record<string, never>, { codes: string[] }>({
    schema: async () => (await import("../schema")).nothing,
    action: renewRecoveryCodesAction,
    defaultValues: {},
    onSuccess: (value) => setCodes(value.codes),
  });
  if (codes) {
    return (
      <>
        <RecoveryCodes codes={codes} />
        <Button variant="primary" size="lg" className="mt-6" onClick={onDone}>
          {t("kept")}
        </Button>
      </>
    );
  }
  return (
    <Form of={of}>
      <SubmitButton>{t("renew")}</SubmitButton>
    </Form>
  );
}

/** Back to the password alone. */
export function RemoveSecondFactor({ onDone }: { onDone: () => void }) {
  const t = useTranslations("people.secondFactor");
  return (
    <ConfirmForm
      schema={async () => (await import("../schema")).nothing}
      action={removeSecondFactorAction}
      values={{}}
      variant="danger"
      onDone={onDone}
    >
      {t("turnOff")}
    </ConfirmForm>
  );
}
