"use client";

import { useState, useTransition } from "react";
import type { Result } from "@/kernel/result";
import { Button, type ButtonVariant } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { failureKey } from "./failure-key";

type Props = { label: string; name: string; variant: ButtonVariant; act: () => Promise<Result<unknown>> };

/** A small button that does something at once, which the same place takes back, and says why where it did not work. */
export function ToggleButton({ label, name, variant, act }: Props) {
  const say = useMessage();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <span className="flex items-center gap-2">
      {failure && (
        <span role="alert" className="text-xs text-critical-ink">
          {say(failure)}
        </span>
      )}
      <Button
        size="sm"
        variant={variant}
        pending={pending}
        aria-label={name}
        onClick={() =>
          start(async () => {
            const result = await act().catch(() => null);
            setFailure(result ? failureKey(result) : "failures.unexpected");
          })
        }
      >
        {label}
      </Button>
    </span>
  );
}
