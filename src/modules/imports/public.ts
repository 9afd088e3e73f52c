export type {
  CompletedRow,
  Completion,
  ImportDefinition,
  ImportPart,
  ImportTarget,
  PartAtWork,
} from "./repository/target";
