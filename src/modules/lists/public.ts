export { type BulkActions, bulkAction } from "./use-cases/bulk-action";
