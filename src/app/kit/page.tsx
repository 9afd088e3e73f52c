import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demoPeople } from "@/server/auth/credentials";
import { publicPage } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { Hydrated } from "@/ui/shell/hydrated";
import { Tabs } from "@/ui/tabs";
import { WindowTitle } from "@/ui/window-title";
import { KitControls } from "./controls";
import { KitFigures } from "./figures";
import { KitLook } from "./kit-look";
import { KitLists } from "./lists";
import { KitRecords } from "./records";

const here = "/kit";
const looks = ["light", "dark"] as const;
const directions = ["ltr", "rtl"] as const;

/** Every component of the kit in its states: in development, and where the demo program is. Anywhere else there is no such page. */
export default publicPage(async ({ search }) => {
  if (process.env.NODE_ENV !== "development" && (await demoPeople()).length === 0) notFound();
  const t = await getTranslations("kit");
  const look = looks.find((each) => each === search.look) ?? "light";
  const direction = directions.find((each) => each === search.direction) ?? "ltr";
  const to = (changes: Record<string, string>) => `${here}?${new URLSearchParams({ look, direction, ...changes })}`;
  return (
    <main dir={direction} className="mx-auto min-h-dvh max-w-content bg-surface px-4 py-6 text-ink md:px-8">
      <WindowTitle name={t("title")} />
      <KitLook look={look} />
      <Hydrated />
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Tabs
          label={t("look")}
          items={looks.map((each) => ({ href: to({ look: each }), label: t(each), current: each === look }))}
        />
        <Tabs
          label={t("direction")}
          items={directions.map((each) => ({
            href: to({ direction: each }),
            label: t(each),
            current: each === direction,
          }))}
        />
      </div>
      <KitControls />
      <KitLists />
      <KitRecords />
      <KitFigures />
    </main>
  );
});
