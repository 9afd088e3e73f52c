"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Result } from "@/kernel/result";
import { Button } from "@/ui/button";
import { acknowledgePolicyAction, checkDraftAction, startPolicyDraftAction } from "../actions";

type Words = { label: string; failed: string };
type Press<Value> = Words & { act: () => Promise<Result<Value>>; onDone?: (value: Value) => void };

/** A button that does one thing at once, and says so where it did not work. */
function ActButton<Value>({ label, failed, act, onDone }: Press<Value>) {
  const [pending, startTransition] = useTransition();
  const [isFailed, setFailed] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        pending={pending}
        onClick={() =>
          startTransition(async () => {
            const result = await act().catch(() => null);
            setFailed(!result?.ok);
            if (result?.ok) onDone?.(result.value);
          })
        }
      >
        {label}
      </Button>
      {isFailed && (
        <p role="alert" className="pt-2 text-critical-ink">
          {failed}
        </p>
      )}
    </>
  );
}

export function StartButton({ kind, ...words }: Words & { kind: string }) {
  const router = useRouter();
  const show = (started: { versionId: string }) => router.push(`/program/rules/${started.versionId}`);
  return <ActButton {...words} act={() => startPolicyDraftAction({ kind })} onDone={show} />;
}

export function CheckButton({ versionId, revision, ...words }: Words & { versionId: string; revision: number }) {
  return <ActButton {...words} act={() => checkDraftAction({ versionId, revision })} />;
}

export function AcknowledgeButton({ versionId, ...words }: Words & { versionId: string }) {
  return <ActButton {...words} act={() => acknowledgePolicyAction({ versionId })} />;
}
