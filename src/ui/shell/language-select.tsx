"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { QuietSelect } from "@/ui/shell/quiet-select";

export type Languages = {
  /** The cookie that remembers the choice on this device. */
  cookie: string;
  current: string;
  /** Names in their own language. */
  options: { value: string; name: string }[];
  /** Keeps it for whoever is signed in, so that it is theirs on every device. */
  save?: (input: { locale: string }) => Promise<unknown>;
};

const aYear = 60 * 60 * 24 * 365;

/** Shows the same page again in another language; what was typed on it stays. */
export function LanguageSelect({
  label,
  icon,
  cookie,
  current,
  options,
  save,
}: Languages & { label: string; icon: ReactNode }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (
    <QuietSelect
      label={label}
      icon={icon}
      name="language"
      current={current}
      options={options}
      onChange={(language) => {
        document.cookie = `${cookie}=${language}; path=/; max-age=${aYear}; samesite=lax`;
        void save?.({ locale: language }).catch(() => undefined);
        startTransition(() => router.refresh());
      }}
    />
  );
}
