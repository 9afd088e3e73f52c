import { useTranslations } from "next-intl";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { DealRecord, LinkedDeal } from "../queries/record-deal";

type Props = {
  deal: DealRecord;
  /** The address of a deal for this reader. */
  base: string;
};

/** The registration a deal was copied from, and the copies made of it, as far as the reader sees them. */
export function LinkedDeals({ deal, base }: Props) {
  const t = useTranslations("deals.linked");
  const words = useTranslations("deals.status");
  if (!deal.copiedFrom && deal.copies.length === 0) return null;
  const fact = (label: string, linked: LinkedDeal) => ({
    label,
    value: <Link href={`${base}/${linked.id}`}>{linked.number}</Link>,
    detail: words(linked.status),
  });
  return (
    <Section title={t("title")}>
      {deal.copiedFrom && <KeyFacts facts={[fact(t("from"), deal.copiedFrom)]} />}
      {deal.copies.map((copy) => (
        <KeyFacts key={copy.id} facts={[fact(t("copy"), copy)]} />
      ))}
    </Section>
  );
}
