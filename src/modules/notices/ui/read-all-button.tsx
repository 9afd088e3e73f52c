"use client";

import { useState, useTransition } from "react";
import { Button } from "@/ui/button";
import { readAllAction } from "../actions";

/** Marks everything up to the newest the reader has seen as read. */
export function ReadAllButton({ newestId, label, failed }: { newestId: string; label: string; failed: string }) {
  const [pending, startTransition] = useTransition();
  const [isFailed, setFailed] = useState(false);
  return (
    <>
      <Button
        pending={pending}
        onClick={() =>
          startTransition(async () => {
            const result = await readAllAction({ newestId }).catch(() => null);
            setFailed(!result?.ok);
          })
        }
      >
        {label}
      </Button>
      {isFailed && (
        <p role="alert" className="text-critical-ink">
          {failed}
        </p>
      )}
    </>
  );
}
