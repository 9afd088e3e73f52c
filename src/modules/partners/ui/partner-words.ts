import type { PartnerColumn } from "../list";
import type { PartnerRow } from "../queries/list-partners";

/** `t` speaks from `partners`; days and amounts are written by who shows them. */
export type PartnerReading = {
  readonly t: (key: string) => string;
  readonly country: (code: string) => string;
  readonly day: (row: PartnerRow["signedOn"]) => string;
  readonly moment: (at: PartnerRow["lastActivity"]) => string;
  readonly amount: (reportingAmount: number) => string;
};

/** What a column says of a partner, in the list and in its export; nothing where there is nothing to say. */
export function partnerText(column: PartnerColumn, row: PartnerRow, reading: PartnerReading): string {
  const { t, country, day, moment, amount } = reading;
  switch (column) {
    case "name":
      return row.name;
    case "tier":
      return t(`tier.${row.tier}`);
    case "types":
      return row.types.map((type) => t(`type.${type}`)).join(", ");
    case "region":
      return `${row.region}, ${country(row.country)}`;
    case "manager":
      return row.manager ?? "";
    case "contact":
      return moment(row.lastContact);
    case "signed":
      return day(row.signedOn);
    case "activity":
      return moment(row.lastActivity);
    case "waiting":
      return row.waiting ? String(row.waiting) : "";
    case "openDeals":
      return row.openDeals ? String(row.openDeals) : "";
    case "open":
      return amount(row.openAmount);
    case "won":
      return amount(row.wonAmount);
  }
}
