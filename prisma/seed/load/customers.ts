import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { plain, spelling } from "../customers";
import { places } from "../places";
import { countryOf, type Staff } from "./staff";

const heads =
  "Al,Bar,Bel,Bern,Bran,Cal,Car,Chel,Cor,Dal,Del,Dor,Ed,El,Fal,Fen,Gal,Glen,Gran,Hal,Har,Hol,Ing,Kel,Kir,Lan,Lav,Lin,Lor,Mal,Mar,Mel,Mon,Nor,Ol,Or,Pal,Per,Ros,Sal,Sel,Sol,Tan,Tor,Val,Ver,Wal,Win".split(
    ",",
  );
const tails =
  "berg,brook,burg,dale,dorf,feld,field,ford,gate,ham,haven,heim,hill,holm,hurst,land,ley,mark,mere,mont,more,mouth,port,ridge,stad,stein,stock,ton,vale,wald,wick,worth".split(
    ",",
  );

/** What protects a scope of a customer, while it does. */
export type Held = {
  readonly dealId: string;
  readonly number: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly customerName: string;
  readonly product: number;
  /** The first day that is not protected; from `cutAt` on it is `cutUntil`. */
  readonly until: number;
  readonly cutAt: number;
  readonly cutUntil: number;
};

export type LoadAccount = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly domain: string;
  readonly keys: readonly string[];
  readonly createdAt: number;
  /** Name of the vendor's seller who has something open there. */
  readonly engaged: string | null;
  customerSince: number;
  held: readonly Held[];
};

/** The n-th company of a country: two syllables, a trade and, once those are used up, a place. No two of a country are alike. */
function companyOf(country: string, index: number): { name: string; slug: string } {
  const place = places[country];
  if (!place) throw new Error(`no company names are known for ${country}`);
  const head = heads[index % heads.length];
  const tail = tails[Math.floor(index / heads.length) % tails.length];
  const combinations = heads.length * tails.length;
  const trade = spelling(place.trades[Math.floor(index / combinations) % place.trades.length] ?? "").text;
  const round = Math.floor(index / (combinations * place.trades.length));
  const where = round === 0 ? "" : ` ${spelling(place.stems[(round - 1) % place.stems.length] ?? "").text}`;
  const essence = `${head}${tail} ${trade}${where}`;
  return { name: `${essence} ${place.forms[index % place.forms.length]}`, slug: plain(essence) };
}

/** Customers by country. One in eight bought before, the vendor's own sellers are in touch with one in a hundred. */
export function accountsFor(
  count: number,
  since: number,
  newId: (at: number) => string,
  { vendor }: Staff,
): Map<string, LoadAccount[]> {
  const sellers = vendor.filter(({ role }) => role === "direct_seller").map(({ name }) => name);
  const accounts = new Map<string, LoadAccount[]>();
  for (let index = 0; index < count; index += 1) {
    const [country] = countryOf(index);
    const known = accounts.get(country) ?? [];
    const { name, slug } = companyOf(country, known.length);
    known.push({
      id: newId(since),
      name,
      country,
      domain: `${slug}-${country.toLowerCase()}.example`,
      keys: companyNameKeys(name),
      createdAt: since,
      engaged: index % 100 === 7 ? (sellers[index % sellers.length] ?? null) : null,
      customerSince: index % 8 === 3 ? since : Number.POSITIVE_INFINITY,
      held: [],
    });
    accounts.set(country, known);
  }
  return accounts;
}
