import { exportDeals } from "../../../deal-export";

export { exportDeals as GET };
