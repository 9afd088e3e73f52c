/** The ten digits of a language, "0" first. */
function digitsOf(locale: string): string[] {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  return Array.from({ length: 10 }, (_, digit) => format.format(digit));
}

function decimalSignOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(0);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

const grouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/;

/**
 * Reads an amount as people of a language type it, as plain decimal text: "184.000,50" in German and "184,000.50" in English
 * are both "184000.50". A single point or comma is a decimal sign, unless exactly three digits follow it and the language
 * writes its decimals with the other one. Null where it is not an amount.
 */
export function plainAmount(text: string, locale: string): string | null {
  const digits = digitsOf(locale);
  const ascii = Array.from(text, (character) => {
    const digit = digits.indexOf(character);
    return digit >= 0 ? String(digit) : character;
  })
    .join("")
    .replace(/[\s'’٬]/g, "")
    .replace("٫", ".");
  if (!/^\d[\d.,]*$/.test(ascii)) return null;
  const last = Math.max(ascii.lastIndexOf("."), ascii.lastIndexOf(","));
  if (last < 0) return ascii;
  const sign = ascii.charAt(last);
  const whole = ascii.slice(0, last);
  const fraction = ascii.slice(last + 1);
  const once = !whole.includes(sign);
  const other = whole.includes(sign === "." ? "," : ".");
  const isGroup = !other && fraction.length === 3 && sign !== (decimalSignOf(locale) === "," ? "," : ".");
  if (!once || isGroup) return grouped.test(ascii) ? ascii.replace(/[.,]/g, "") : null;
  if (other && !grouped.test(whole)) return null;
  const plain = whole.replace(/[.,]/g, "");
  return fraction ? `${plain}.${fraction}` : plain;
}

/** Plain decimal text as people of a language write it, with as many decimals as it has; anything else stays as it is. */
export function shownAmount(plain: string, locale: string): string {
  const match = /^\d{1,15}(?:\.(\d{1,6}))?$/.exec(plain);
  if (!match) return plain;
  const digits = match[1]?.length ?? 0;
  // Text that is a decimal number, which Intl formats without going through floating point.
  const exact = plain as `${number}`;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact);
}
