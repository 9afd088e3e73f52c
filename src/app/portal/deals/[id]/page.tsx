import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { businessMinutesBetween } from "@/kernel/calendar";
import { isStanding } from "@/modules/deals/domain/participant";
import { dealChoices } from "@/modules/deals/queries/edit-deal";
import { reasonChoices } from "@/modules/deals/queries/reasons";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { OfferedReasons } from "@/modules/deals/ui/offered-reasons";
import { Participants } from "@/modules/deals/ui/participants";
import { InvitePartner, TakeBackInvitation } from "@/modules/deals/ui/partner/participation-actions";
import { PartnerDealRecord } from "@/modules/deals/ui/partner/record";
import {
  hasOtherActions,
  hasPrimaryAction,
  OtherActions,
  PrimaryAction,
} from "@/modules/deals/ui/partner/record-actions";
import { WaitingClock } from "@/modules/deals/ui/partner/waiting-clock";
import { businessCalendar } from "@/server/clocks";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { besideRecord, DealRecordTimeline } from "../../../beside-record";
import { readerOf } from "../../../reader";

export default page("deal.read", async (context) => {
  const { actor, tx, now, params } = context;
  const reader = await readerOf(context);
  const deal = await recordDeal(tx, actor, params.id ?? "", now, reader.vendor.zone);
  if (!deal) notFound();
  const calendar = await businessCalendar(tx, deal.partner.id);
  const { currencies } = await dealChoices(tx);
  const t = await getTranslations("portal");
  const { clock } = deal;
  const given = { deal, vendor: reader.vendor.vendorName, today: reader.today, copyId: newId() };
  return (
    <OfferedReasons choices={await reasonChoices(tx)}>
      <PageCrumbs
        crumbs={[{ label: t("deals.title"), href: "/portal/deals" }, { label: deal.number }]}
        title={`${deal.customer.name} ${deal.number}`.trim()}
      />
      <PartnerDealRecord
        deal={deal}
        now={now}
        zone={reader.zone}
        vendor={reader.vendor}
        clock={
          clock && (
            <WaitingClock
              kind={clock.kind}
              reviewer={(clock.kind === "extension" ? deal.extensions?.asked?.reviewer : deal.reviewer?.name) ?? null}
              vendor={reader.vendor.vendorName}
              dueAt={clock.dueAt}
              late={clock.late}
              now={now}
              zone={reader.zone}
              usedMinutes={businessMinutesBetween(calendar, clock.startedAt, now)}
              totalMinutes={clock.budgetMinutes ?? businessMinutesBetween(calendar, clock.startedAt, clock.dueAt)}
            />
          )
        }
        participants={
          <Participants
            deal={deal}
            zone={reader.zone}
            isOwn
            invite={
              deal.can.invite && (
                <InvitePartner
                  dealId={deal.id}
                  version={deal.version}
                  participantId={newId()}
                  taken={[deal.partnerRole, ...deal.participants.filter(isStanding).map(({ role }) => role)]}
                  lead={deal.partner.name}
                  vendor={reader.vendor.vendorName}
                />
              )
            }
            actionOf={({ id, partner, can }) =>
              can.withdraw && <TakeBackInvitation participantId={id} name={partner.name} />
            }
          />
        }
        timeline={
          <DealRecordTimeline
            {...(await besideRecord({
              context,
              reader,
              record: { kind: "deal", id: deal.id },
              base: `/portal/deals/${deal.id}`,
              other: reader.vendor.vendorName,
            }))}
          />
        }
        actions={hasOtherActions(deal) && <OtherActions {...given} />}
        primary={hasPrimaryAction(deal) && <PrimaryAction {...given} currencies={currencies} />}
      />
    </OfferedReasons>
  );
});
