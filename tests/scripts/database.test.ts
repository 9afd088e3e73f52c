import { expect, test } from "vitest";
import { passwordIn, urlFor } from "../../scripts/lib/database";

test.each([
  ["postgres://owner:secret@db.example:5432/entente", "postgres://entente_app:p%2Fw@db.example:5432/entente"],
  ["postgres://db.example/entente?sslmode=require", "postgres://entente_app:p%2Fw@db.example/entente?sslmode=require"],
  ["postgres:///entente?host=%2Frun", "postgres://entente_app:p%2Fw@localhost/entente?host=%2Frun"],
  ["postgres://db/entente?user=owner&password=secret", "postgres://entente_app:p%2Fw@db/entente"],
])("of %s a login gets its own address and nothing of the owner's", (owner, address) =>
  expect(urlFor(owner, "entente_app", "p/w")).toBe(address),
);

test.each([
  ["postgres://entente_app:p%2Fw@db/entente", "p/w"],
  ["postgres://entente_app@db/entente", undefined],
  ["postgres://somebody:p%2Fw@db/entente", undefined],
])("%s opens the login with the password %s", (address, password) =>
  expect(passwordIn(address, "entente_app")).toBe(password),
);
