/** Stands for "nothing" among the options of a form, which have no empty answer. */
export const leaveEmpty = "-";

/** The choice behind which the whole list opens. */
export const otherValue = "?";
