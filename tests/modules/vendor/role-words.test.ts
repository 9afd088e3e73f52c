import { expect, test } from "vitest";
import { permissions } from "@/kernel/access";
import { messagesIn } from "@/server/languages";
import { flattenMessages } from "../../../scripts/lib/source-messages";

test.each(["en", "de"])("every permission of the matrix has words in %s", (language) => {
  const known = flattenMessages("vendor", messagesIn(language).vendor);
  // A permission may begin as another one ends, such as policy.draft and policy.draft.read: so no part of a key is another's.
  const key = (permission: string) => `vendor.roles.permissions.${permission.replaceAll(".", "_")}`;
  const without = Object.keys(permissions).filter((permission) => !known.has(key(permission)));
  expect(without).toEqual([]);
});
