import { beforeAll, expect, test } from "vitest";
import { fetchRates } from "@/modules/vendor/schedule";
import { setRateFeed } from "@/modules/vendor/use-cases/set-rate-feed";
import { does, done } from "../../support/deals";
import { seedWorld, sql, world } from "../../support/world";

const published = `<Envelope><Cube><Cube time='2026-11-24'><Cube currency='USD' rate='1.5'/></Cube></Cube></Envelope>`;
const hour = 3_600_000;
const start = Date.parse("2026-11-25T12:00:00Z");
const at = (hours: number) => new Date(start + hours * hour);

const usd = () => sql("select per_euro::float8 as rate, source from exchange_rate where day = '2026-11-24'");
const feed = async () => (await sql<{ read_at: Date | null; error: string | null }>("select * from rate_feed"))[0];

beforeAll(async () => {
  await seedWorld();
});

test("rates are fetched only where the vendor wants it, again after some hours, and what goes wrong is kept", async () => {
  const asked: string[] = [];
  let answer: () => Promise<string> = async () => published;
  const errand = fetchRates((url) => {
    asked.push(url);
    return answer();
  });
  expect(await errand(at(0))).toBe(0);
  expect(asked).toEqual([]);

  done(await does(world.administrator, setRateFeed, { daily: true }));
  expect(await errand(at(1))).toBe(1);
  expect(await usd()).toEqual([{ rate: 1.5, source: "European Central Bank" }]);
  expect(await feed()).toMatchObject({ read_at: at(1), error: null });
  expect(await errand(at(2))).toBe(0);
  expect(asked).toHaveLength(1);

  answer = async () => "<html>maintenance</html>";
  expect(await errand(at(8))).toBe(0);
  expect(await feed()).toMatchObject({ read_at: at(1), error: expect.stringContaining("something else than rates") });
  expect(await usd()).toEqual([{ rate: 1.5, source: "European Central Bank" }]);

  answer = () => Promise.reject(new Error("no way to the internet"));
  expect(await errand(at(15))).toBe(0);
  expect((await feed())?.error).toBe("no way to the internet");

  done(await does(world.administrator, setRateFeed, { daily: false }));
  expect(await errand(at(40))).toBe(0);
  expect(asked).toHaveLength(3);
});

test("of two workers one asks", async () => {
  done(await does(world.administrator, setRateFeed, { daily: true }));
  let asked = 0;
  const worker = () =>
    fetchRates(async () => {
      asked += 1;
      return published;
    });
  await Promise.all([worker()(at(100)), worker()(at(100))]);
  expect(asked).toBe(1);
});
