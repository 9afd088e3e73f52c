import { useTranslations } from "next-intl";
import { type Permission, permissions, type Scope } from "@/kernel/access";
import { partnerRoles, type Role, vendorRoles } from "@/kernel/actor";

const cell = "border-b border-line px-2 py-1.5";
// Names its row however far the table is scrolled.
const first = `${cell} sticky start-0 min-w-36 bg-surface ps-0`;
const sides = { vendor: vendorRoles, partner: partnerRoles } as const;

/** How far a role reaches by the table the product itself goes by. */
function reach(permission: Permission, role: Role): Scope {
  const granted: Partial<Record<Role, Scope>> = permissions[permission];
  return granted[role] ?? "none";
}

/** Who may do what, drawn from the one table every page and action asks. */
export function RoleMatrix() {
  return (
    <div className="grid gap-8">
      <Side side="vendor" />
      <Side side="partner" />
    </div>
  );
}

function Side({ side }: { side: keyof typeof sides }) {
  const t = useTranslations("vendor.roles");
  const names = useTranslations("signIn.roles");
  const roles: readonly Role[] = sides[side];
  // The keys of the table are the permissions; Object.keys forgets that.
  const rows = (Object.keys(permissions) as Permission[]).filter((permission) =>
    roles.some((role) => reach(permission, role) !== "none"),
  );
  return (
    <section aria-label={t(`side.${side}`)} className="min-w-0">
      <h2>{t(`side.${side}`)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls a wide table by keyboard */}
      <div tabIndex={0} className="mt-2 overflow-x-auto">
        <table className="w-full min-w-160 text-xs">
          <thead>
            <tr>
              <th className={first}>{t("permission")}</th>
              {roles.map((role) => (
                <th key={role} className={cell}>
                  {names(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((permission) => (
              <tr key={permission}>
                <th scope="row" className={`${first} font-normal`}>
                  {t(`permissions.${permission.replaceAll(".", "_")}`)}
                </th>
                {roles.map((role) => {
                  const scope = reach(permission, role);
                  return (
                    <td key={role} className={scope === "none" ? `${cell} text-ink-3` : cell}>
                      {t(`scope.${scope}`)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
