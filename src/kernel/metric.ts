/** What a figure means. The value and the rows behind it are queries of the module that declares it. */
export type MetricDefinition = {
  readonly id: string;
  /** Rises when the formula changes, so that two figures of one name are never compared by mistake. */
  readonly version: number;
  /** Message keys. */
  readonly title: string;
  readonly formula: string;
  readonly unit: "money" | "count" | "ratio" | "hours" | "days";
  /** Which way is better. */
  readonly direction: "up" | "down";
  readonly timing: "leading" | "lagging";
};
