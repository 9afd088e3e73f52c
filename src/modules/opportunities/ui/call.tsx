import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

export type Called = { readonly name: string; readonly title: string; readonly email: string };

/** That a customer is protected for a partner, and whom to call; nothing that says which partner, for what or until when. */
export function ProtectedNotice({ call, children }: { call: readonly Called[]; children?: ReactNode }) {
  const t = useTranslations("opportunities");
  return (
    <Notice tone="warning" title={t("protected")}>
      {children}
      <ul className="mt-1">
        {call.map(({ name, title, email }) => (
          <li key={email}>
            {t.rich("call", { name, title, mail: () => <Link href={`mailto:${email}`}>{email}</Link> })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
