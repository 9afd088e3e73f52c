import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillOnce, seedState } from "../../prisma/seed/state";
import { testDatabaseUrl } from "../support/database";

const owner = new pg.Client({ connectionString: testDatabaseUrl() });

beforeAll(async () => {
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
});

const found = () =>
  owner.query(`insert into installation (id, vendor_name, reporting_currency, zone, fiscal_start_month, demo)
    values (1, 'Vendor', 'EUR', 'Europe/Berlin', 1, true)`);

test("a database that is cut off while it is filled says so until it is whole, and is filled once", async () => {
  expect(await seedState(owner)).toBe("empty");

  await expect(
    fillOnce(owner, "demo", () => Promise.reject(new Error("before anything was written"))),
  ).rejects.toThrow();
  expect(await seedState(owner)).toBe("empty");

  await fillOnce(owner, "demo", async () => {
    await found();
    expect(await seedState(owner)).toBe("unfinished");
  });
  expect(await seedState(owner)).toBe("filled");

  await expect(fillOnce(owner, "demo", found)).rejects.toThrow("has data");
  expect(await seedState(owner)).toBe("filled");
});
