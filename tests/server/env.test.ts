import { describe, expect, test } from "vitest";
import { isLoopback, parseEnvironment } from "@/server/env";

const safe = {
  APP_DATABASE_URL: "postgres://app@localhost/entente",
  AUTH_DATABASE_URL: "postgres://auth@localhost/entente",
  APP_URL: "https://partners.example.com",
  NEXTAUTH_SECRET: "x".repeat(32),
};

const usual = { LOG_LEVEL: "info", FILES_MOST_MB: 25, FILES_MOST_PER_RECORD: 100, TRUSTED_PROXIES: 1 };

describe("the settings", () => {
  test("that are safe start with the usual ones for what is not said", () => {
    expect(parseEnvironment(safe)).toEqual({ ...safe, ...usual });
    expect(parseEnvironment({ ...safe, LOG_LEVEL: "debug", HOME: "/root" })).toEqual({
      ...safe,
      ...usual,
      LOG_LEVEL: "debug",
    });
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000", "https://localhost"])(
    "at the loopback address %s start",
    (address) => expect(parseEnvironment({ ...safe, APP_URL: address }).APP_URL).toBe(address),
  );

  test.each([
    "http://partners.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://localhost@example.com",
    "http://0.0.0.0:3000",
    "http://192.168.1.5:3000",
    "ftp://localhost",
    "javascript:alert(1)",
    "localhost:3000",
    "",
  ])("at %j do not start", (address) =>
    expect(() => parseEnvironment({ ...safe, APP_URL: address })).toThrow("APP_URL"),
  );

  test.each([
    ["APP_DATABASE_URL", undefined],
    ["APP_DATABASE_URL", ""],
    ["AUTH_DATABASE_URL", undefined],
    ["APP_URL", undefined],
    ["NEXTAUTH_SECRET", undefined],
    ["NEXTAUTH_SECRET", "x".repeat(31)],
    ["LOG_LEVEL", "loud"],
    ["SMTP_URL", "https://smtp.example.com"],
    ["SMTP_URL", "smtp.example.com"],
  ])("with %s as %j do not start, and say which", (name, value) =>
    expect(() => parseEnvironment({ ...safe, [name]: value })).toThrow(`${name}: `),
  );

  test("with a mail server need a sender, and without one do not", () => {
    const smtp = { ...safe, SMTP_URL: "smtps://user:password@smtp.example.com:465" };
    expect(() => parseEnvironment(smtp)).toThrow("MAIL_FROM: ");
    expect(parseEnvironment({ ...smtp, MAIL_FROM: "partners@example.com" }).SMTP_URL).toBe(smtp.SMTP_URL);
    expect(parseEnvironment({ ...safe, SMTP_URL: "" }).SMTP_URL).toBe("");
  });

  test("name everything that is wrong at once, and never the secret", () => {
    const secret = "too-short-a-secret";
    const start = () => parseEnvironment({ ...safe, APP_URL: "http://example.com", NEXTAUTH_SECRET: secret });
    expect(start).toThrow(/APP_URL: .*|NEXTAUTH_SECRET: .*/);
    expect(start).toThrow("APP_URL");
    expect(start).toThrow("NEXTAUTH_SECRET");
    expect(start).not.toThrow(secret);
  });
});

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:3000", true],
  ["https://partners.example.com", false],
  ["http://localhost.example.com", false],
])("%s is loopback: %s", (address, loopback) => expect(isLoopback(address)).toBe(loopback));
