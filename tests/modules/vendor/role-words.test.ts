import { expect, test } from "vitest";
import { permissions } from "@/kernel/access";
import { messagesIn } from "@/server/languages";
import { flattenMessages } from "../../../scripts/lib/source-messages";

test.each(["en", "de"])("every permission of the matrix has words in %s", (language) => {
  const known = flattenMessages("vendor", messagesIn(language).vendor);
  const without = Object.keys(permissions).filter((permission) => !known.has(`vendor.roles.permissions.${permission}`));
  expect(without).toEqual([]);
});
