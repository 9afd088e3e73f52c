export { coversOn, peopleWithRole, personName } from "./repository";
