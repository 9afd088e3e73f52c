import { isCurrency, minorDigits } from "@/kernel/money";

const notTwoDigits = ["BHD", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR"]
  .concat(["PYG", "RWF", "TND", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF", "BIF"])
  .filter(isCurrency)
  .map((code) => `when '${code}' then ${minorDigits(code)}`)
  .join(" ");
const digitsOf = (currency: string) => `case ${currency} ${notTwoDigits} else 2 end`;

/** Amounts that are not what the stored rates of the stored day make of them, to half a minor unit at each rounding. */
export const notAtRate = (amount: string, currency: string, reported: string, day: string) => `
  select d.number, d.${amount} as amount, d.${currency} as currency, d.${reported} as reported, d.${day} as rate_day
  from deal d cross join installation i
  left join exchange_rate f on f.currency = d.${currency} and f.day = d.${day}
  left join exchange_rate t on t.currency = i.reporting_currency and t.day = d.${day}
  cross join lateral (select case when i.reporting_currency = 'EUR' then 1 else t.per_euro end as rate) per
  cross join lateral (select d.${amount} / power(10::numeric, ${digitsOf(`d.${currency}`)})
    * case when d.${currency} = 'EUR' then 1 else round(1 / f.per_euro, 12) end * per.rate
    * power(10::numeric, ${digitsOf("i.reporting_currency")}) as exact) x
  where d.${reported} is not null and d.${currency} <> i.reporting_currency
    and abs(d.${reported} - x.exact) > 0.5 + per.rate * 0.5 * (i.reporting_currency <> 'EUR' and d.${currency} <> 'EUR')::int`;
