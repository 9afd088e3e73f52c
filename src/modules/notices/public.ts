export type { LinkSource } from "./mails/link";
export type { NoticeSource } from "./reactions";
export { queueLink } from "./repository/mails";
