"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button, type ButtonVariant } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { copyDealAction } from "../../actions";
import type { Target } from "./deal-action-forms";

type Props = Target & { copyId: string; variant?: ButtonVariant };

/** Makes a linked draft of an ended registration with one press, and opens it. Nothing is asked: a draft binds nobody. */
export function RegisterAgain({ dealId, version, copyId, variant }: Props) {
  const t = useTranslations("deals.action");
  const say = useMessage();
  const router = useRouter();
  // The page makes a new id each time it is rendered; a second press means the same copy.
  const [kept] = useState(copyId);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();

  async function copy(): Promise<void> {
    const result = await copyDealAction({ dealId, version, copyId: kept }).catch(() => null);
    if (result?.ok) router.push(`/portal/deals/${result.value.dealId}/edit`);
    else setFailure(result?.failure.code === "conflict" ? result.failure.reason : "failures.unexpected");
  }

  return (
    <>
      <Button variant={variant} pending={pending} onClick={() => start(copy)}>
        {t("again")}
      </Button>
      {failure && (
        <p role="alert" className="text-critical-ink">
          {say(failure)}
        </p>
      )}
    </>
  );
}
