import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

function through(given?: string) {
  const headers = given === undefined ? undefined : { "x-request-id": given };
  const response = proxy(new NextRequest("http://localhost:3000/portal", { headers }));
  return {
    answered: response.headers.get("x-request-id") ?? "",
    passedOn: response.headers.get("x-middleware-request-x-request-id") ?? "",
  };
}

test("every request has an id, which the answer carries as well", () => {
  const { answered, passedOn } = through();
  expect(answered).toMatch(/^[0-9a-f-]{36}$/);
  expect(passedOn).toBe(answered);
  expect(through().answered).not.toBe(answered);
});

test("what a balancer in front gave stays", () =>
  expect(through("edge-7f3a.22")).toEqual({ answered: "edge-7f3a.22", passedOn: "edge-7f3a.22" }));

test.each(["", "short", "a b c d e f g h", `id"}\\n{"level":50`, "x".repeat(129)])("%j is no id", (given) =>
  expect(through(given).passedOn).toMatch(/^[0-9a-f-]{36}$/),
);
