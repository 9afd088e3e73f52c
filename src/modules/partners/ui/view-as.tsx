"use client";

import Eye from "lucide-react/icons/eye";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Glyph } from "@/ui/glyph";
import { lookAtPartnerAction } from "../actions";

/** Looks at the portal as the partner sees it. */
export function ViewAsPartner({ partnerId }: { partnerId: string }) {
  const t = useTranslations("partners.viewAs");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  return (
    <>
      <Button
        icon={<Glyph shape={Eye} />}
        pending={state === "busy"}
        onClick={async () => {
          setState("busy");
          const result = await lookAtPartnerAction({ partnerId }).catch(() => null);
          if (result?.ok) window.location.assign("/portal");
          else setState("failed");
        }}
      >
        {t("begin")}
      </Button>
      {state === "failed" && (
        <p role="alert" className="text-critical-ink">
          {t("failed")}
        </p>
      )}
    </>
  );
}
