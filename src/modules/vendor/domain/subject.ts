/** The installation as the subject of events: there is one, and it has no id of its own. */
export const installationId = "00000000-0000-4000-8000-000000000001";
