export { certificateImport } from "./presets/certificate-import";
export { personImport } from "./presets/person-import";
export { personTarget } from "./presets/person-target";
export { cannotDecide, coversOn, peopleWithRole, personName } from "./repository/people";
