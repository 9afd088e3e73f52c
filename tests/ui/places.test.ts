import { expect, test } from "vitest";
import { activePlace } from "@/ui/shell/nav-links";

const places = ["/portal", "/portal/deals", "/portal/rules"].map((href) => ({ href }));

test.each([
  ["/portal", "/portal"],
  ["/portal/deals", "/portal/deals"],
  ["/portal/deals/7/letter", "/portal/deals"],
  ["/portal/dealsome", undefined],
  ["/portal/inbox", undefined],
])("%s lights up %s", (pathname, place) => expect(activePlace(places, pathname)).toBe(place));
