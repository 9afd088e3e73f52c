import { useTranslations } from "next-intl";
import { Avatar } from "@/ui/avatar";
import { Chip } from "@/ui/chip";
import { EmptyState } from "@/ui/empty-state";
import { formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { OpenInvitation, Team, TeamMember } from "../queries/team";
import { Certificates } from "./certificates";
import { ChangeInvitation, ChangeRoles, ChangeStanding } from "./team-actions";
import type { Territory } from "./team-forms";

export type Reading = { readonly locale: string; readonly zone: string };
/** What is left behind when somebody leaves, in words; by person. */
export type Consequences = ReadonlyMap<string, string>;

type Props = { team: Team; territories: readonly Territory[]; consequences: Consequences };

const line = "flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5";

/** Everybody of an organisation, with what may be done about each. */
export function TeamList({ team, territories, consequences }: Props) {
  const t = useTranslations("people.team");
  if (team.people.length === 0) return <EmptyState title={t("nobody")} text={t("nobodyText")} />;
  return (
    <ul>
      {team.people.map((person) => (
        <Member
          key={person.id}
          person={person}
          give={team.can.give}
          territories={territories}
          consequence={consequences.get(person.id)}
        />
      ))}
    </ul>
  );
}

/** A text as it is compared: whatever its case, hyphens and spaces. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

type MemberProps = {
  person: TeamMember;
  give: readonly string[];
  territories: readonly Territory[];
  consequence: string | undefined;
};

function Member({ person, give, territories, consequence }: MemberProps) {
  const t = useTranslations("people.team");
  const role = useTranslations("signIn.roles");
  const { id, name, email, phone, title, roles, regionId, disabled } = person;
  const region = territories.find((each) => each.id === regionId)?.name;
  // A title such as "Channel manager, DACH" says role and territory already.
  const said = letters(title);
  const untold = roles.filter((each) => !said.includes(letters(role(each))) && !said.includes(letters(each)));
  const more = [...untold.map((each) => role(each)), ...(region && !said.includes(letters(region)) ? [region] : [])];
  const does = [title, ...more].filter(Boolean).join(", ");
  return (
    <li className={line}>
      <Avatar name={name} />
      <span className="min-w-0 flex-1 basis-52">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className={disabled ? "text-ink-2 wrap-anywhere" : "font-strong wrap-anywhere"}>{name}</span>
          {person.isReader && <span className="text-xs text-ink-3">{t("you")}</span>}
          {disabled && (
            <Chip icon="circle-slash" tone="outline">
              {t("disabled")}
            </Chip>
          )}
        </span>
        <span className="block text-xs text-ink-2">{does}</span>
        <span className="flex flex-wrap gap-x-3 text-xs">
          <Link href={`mailto:${email}`} className="wrap-anywhere">
            {email}
          </Link>
          {phone && <Link href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</Link>}
        </span>
        {person.certificates.length > 0 && <Certificates held={person.certificates} />}
      </span>
      {person.can.change && (
        <span className="flex flex-wrap gap-1 max-sm:ms-8">
          {!disabled && (
            <ChangeRoles
              name={name}
              personId={id}
              held={roles}
              regionId={regionId}
              roles={give}
              territories={territories}
            />
          )}
          {person.hasSecondFactor && person.can.change && !disabled && (
            <ChangeStanding
              name={name}
              personId={id}
              does="resetFactor"
              consequence={t("resetFactor.text", { name })}
            />
          )}
          <ChangeStanding
            name={name}
            personId={id}
            does={disabled ? "enable" : "disable"}
            consequence={disabled ? t("enable.text", { name }) : (consequence ?? t("disable.text", { name }))}
          />
        </span>
      )}
    </li>
  );
}

/** Who was asked to join and has not yet. Nothing where nobody is. */
export function Invitations({ invitations, reading }: { invitations: readonly OpenInvitation[]; reading: Reading }) {
  const t = useTranslations("people.team");
  if (invitations.length === 0) return null;
  return (
    <Section title={t("invited")} spaced>
      <ul>
        {invitations.map((invitation) => (
          <Invited key={invitation.id} invitation={invitation} reading={reading} />
        ))}
      </ul>
    </Section>
  );
}

function Invited({ invitation, reading }: { invitation: OpenInvitation; reading: Reading }) {
  const t = useTranslations("people.team");
  const role = useTranslations("signIn.roles");
  const { id, name, email, roles, sentAt, expiresAt, state } = invitation;
  const when = (at: Date) => formatDayTime(at, reading.locale, reading.zone);
  return (
    <li className={line}>
      <Avatar name={name} />
      <span className="min-w-0 flex-1 basis-52">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-strong wrap-anywhere">{name}</span>
          {state === "expired" && (
            <Chip icon="hourglass" tone="warning">
              {t("expired")}
            </Chip>
          )}
        </span>
        <span className="block text-xs text-ink-2">{[email, ...roles.map((each) => role(each))].join(", ")}</span>
        <span className="block text-xs text-ink-3">
          {state === "expired"
            ? t("sent", { when: when(sentAt) })
            : t("sentUntil", { when: when(sentAt), until: when(expiresAt) })}
        </span>
      </span>
      <span className="flex flex-wrap gap-1 max-sm:ms-8">
        <ChangeInvitation name={name} invitationId={id} does="resend" />
        <ChangeInvitation name={name} invitationId={id} does="withdraw" />
      </span>
    </li>
  );
}
