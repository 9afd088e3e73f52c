import { getTranslations } from "next-intl/server";
import type { Need } from "@/ui/task-list";
import type { JointDeal } from "../../queries/participants";

/** The questions of other partners that wait for an answer. */
export async function jointNeeds(deals: readonly JointDeal[]): Promise<Need[]> {
  const t = await getTranslations("deals.task");
  const roles = await getTranslations("deals.role");
  return deals
    .filter(({ can }) => can.answer)
    .map(({ id, lead, role, productLine }) => ({
      id: `join-${id}`,
      icon: "handshake" as const,
      title: t("join.title", { lead }),
      detail: t("join.detail", { role: roles(role), product: productLine }),
      action: {
        href: `/portal/deals/joint/${id}`,
        label: t("join.action"),
        name: t("actionName", { action: t("join.action"), customer: lead }),
      },
      dueAt: null,
      timed: false,
    }));
}
