/** Something a person asked for that is not done, with a message that says what to do instead. */
export class Refused extends Error {}
