"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useRef, useState } from "react";
import { Button, type ButtonVariant } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useKey } from "@/ui/use-key";

export type DialogForm<Props> = ComponentType<Props & { onDone: () => void }>;

type ActionDialogProps<Props> = {
  /** What the button says, and how it looks; `kbd` presses it from anywhere on the page. */
  label: string;
  /** Whom or what it is about, for who hears the button and not the line it stands in. */
  about?: string;
  variant?: ButtonVariant;
  kbd?: string;
  title: string;
  /** What follows if the reader goes on. */
  description: ReactNode;
  /** The form is loaded when it is asked for, so that a page that is only read does not carry it. */
  load: () => Promise<DialogForm<Props>>;
  form: Props;
};

/** A button that asks in a dialog before it acts. */
export function ActionDialog<Props extends object>(props: ActionDialogProps<Props>) {
  const { label, about, variant, kbd, title, description, load, form } = props;
  const t = useTranslations("ui.dialog");
  const [Form, setForm] = useState<DialogForm<Props> | null>(null);
  const [state, setState] = useState<"closed" | "loading" | "open" | "failed">("closed");
  const close = () => setState("closed");

  const button = useRef<HTMLButtonElement>(null);

  async function show(): Promise<void> {
    setState("loading");
    try {
      const loaded = Form ?? (await load());
      setForm(() => loaded);
      setState("open");
    } catch {
      setState("failed");
    }
  }
  // A button that is not on the screen is not pressed by its key.
  useKey(kbd, () => button.current?.checkVisibility() && void show());

  return (
    <>
      <Button
        ref={button}
        aria-label={about && `${label}: ${about}`}
        variant={variant}
        kbd={kbd}
        pending={state === "loading"}
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => void show()}
      >
        {label}
      </Button>
      <Dialog open={state === "open" || state === "failed"} onClose={close} title={title} description={description}>
        {state === "failed" ? (
          <p role="alert" className="text-critical-ink">
            {t("notLoaded")}
          </p>
        ) : (
          Form && <Form {...form} onDone={close} />
        )}
      </Dialog>
    </>
  );
}
