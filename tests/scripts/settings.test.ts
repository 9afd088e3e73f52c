import { describe, expect, test } from "vitest";
import { readSettings, urlOf } from "../../scripts/lib/settings";

describe("the launcher's settings", () => {
  test("are safe when nothing is said", () =>
    expect(readSettings([], {})).toEqual({
      development: false,
      demo: null,
      empty: false,
      host: "127.0.0.1",
      port: 3000,
      appUrl: null,
      openedBy: null,
    }));

  test("count an empty variable as not set", () =>
    expect(readSettings([], { HOST: "", PORT: "", APP_URL: "" })).toEqual(readSettings([], {})));

  test("come from arguments and variables", () =>
    expect(readSettings(["--dev", "--demo"], { PORT: "4000" })).toMatchObject({
      development: true,
      demo: "demo",
      port: 4000,
    }));

  test("let an empty database stay empty, and refuse to do both", () => {
    expect(readSettings(["--empty"], {})).toMatchObject({ demo: null, empty: true });
    expect(() => readSettings(["--empty", "--demo"], {})).toThrow("--empty");
  });

  test.each(["abc", "0", "65536", "3000.5", "-1"])("refuse PORT=%s", (PORT) =>
    expect(() => readSettings([], { PORT })).toThrow(`PORT=${PORT}`),
  );

  test("refuse an argument nobody knows", () => expect(() => readSettings(["--prot"], {})).toThrow("--prot"));

  test.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("HOST=%s is for this machine only", (HOST) =>
    expect(readSettings([], { HOST }).openedBy).toBeNull(),
  );

  test.each(["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example.com", "example.com"])(
    "HOST=%s is for others too, and needs the address they use",
    (HOST) => {
      expect(() => readSettings([], { HOST })).toThrow(`HOST=${HOST}`);
      expect(readSettings([], { HOST, APP_URL: "http://localhost:3000" }).openedBy).toBe(`HOST=${HOST}`);
    },
  );

  test("an address of the open net lets others in through whatever stands before the server", () => {
    expect(readSettings([], { APP_URL: "https://partners.example.com" }).openedBy).toBe(
      "APP_URL=https://partners.example.com",
    );
    expect(readSettings([], { APP_URL: "https://localhost" }).openedBy).toBeNull();
  });
});

test.each([
  ["127.0.0.1", "http://localhost:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://[::1]:3000"],
  ["::1", "http://[::1]:3000"],
  ["192.168.1.5", "http://192.168.1.5:3000"],
])("what listens on %s is reached at %s", (host, url) => expect(urlOf(host, 3000)).toBe(url));
