import pg from "pg";
import { expect, test } from "vitest";
import { describeError } from "@/server/log";

test("a line about a lost connection says nothing of the connection", () => {
  const client = new pg.Client({ connectionString: "postgresql://entente_app:hidden-word@127.0.0.1:1/entente" });
  const lost = Object.assign(new Error("terminating connection"), { code: "57P01", client });
  expect(Object.keys(describeError(lost)).sort()).toEqual(["code", "message", "stack", "type"]);
});

test("what caused an error is said as well", () =>
  expect(describeError(new Error("outer", { cause: new RangeError("inner") }))).toMatchObject({
    message: "outer",
    cause: { type: "RangeError", message: "inner" },
  }));

test("what was thrown and is no error is said in words", () => expect(describeError("oh")).toEqual({ message: "oh" }));
