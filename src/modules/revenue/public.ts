export { orderImport } from "./presets/order-import";
export { claimLines, freeOrders, linesOfDeal } from "./repository";
