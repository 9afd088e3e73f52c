export { personImport } from "./presets/person-import";
export { personTarget } from "./presets/person-target";
export { coversOn, peopleWithRole, personName } from "./repository";
