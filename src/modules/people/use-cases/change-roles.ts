import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayChangePerson, rolesToGive } from "../access";
import { isRegionKnown } from "../repository/partners";
import { findPerson, setRoles } from "../repository/roles";
import { changeRolesInput } from "../schema";
import { lastHolder } from "./last-holder";
import { personEvent } from "./person-event";

/** What somebody may do changes, from their next request on. */
export const changeRoles = useCase({
  name: "people.changeRoles",
  permission: "people.manage",
  sensitive: true,
  escalates: ["membership.write"],
  input: changeRolesInput,
  async run({ actor, tx, now, newId, asSystem }, { personId, roles, regionId }) {
    const person = await findPerson(tx, personId);
    if (!person) return err({ code: "not_found", entity: "person" });
    if (!mayChangePerson(actor, person)) return err({ code: "forbidden" });
    const grantable = rolesToGive(actor, person.partnerId);
    if (!roles.every((role) => grantable.includes(role))) return err({ code: "forbidden" });
    if (regionId && !(await isRegionKnown(tx, regionId))) return err({ code: "not_found", entity: "region" });
    return asSystem(async () => {
      const missing = await lastHolder(tx, person, roles);
      if (missing) return err(missing);
      await setRoles(tx, person, roles, { partnerId: person.partnerId, regionId, now, newId });
      const data = { name: person.name, from: person.roles.join(" "), to: roles.join(" ") };
      return ok({ value: { personId }, events: [personEvent("person.rolesChanged", person, data)] });
    });
  },
});
