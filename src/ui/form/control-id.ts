/** The id of the control of a field, for labels and for the links of the summary. */
export const controlId = (path: string) => `field-${path.replaceAll(".", "-")}`;
