export type { NoticeSource } from "./reactions";
