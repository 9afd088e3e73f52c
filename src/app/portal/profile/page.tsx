import { page } from "@/server/page";
import { profilePage } from "../../profile-page";

export default page("profile.own", (context) => profilePage(context, "/portal/profile"));
