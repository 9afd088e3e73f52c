import { redirect } from "next/navigation";
import { publicPage, requireViewer } from "@/server/page";
import { homeOf } from "./portals";

/** The door: whoever is signed in goes to the home of their portal. */
export default publicPage(async () => {
  const { actor } = await requireViewer();
  redirect(homeOf(actor));
});
