// The layers of the house: who may import whom. scripts/lib/source-edges.ts prepares what is read here: every file
// reduced to its imports, where an import that vanishes with the types has the dependency type `import-equals`.
const valuesOnly = { dependencyTypesNot: ["import-equals"] };
const pureLibraries = ["^temporal-polyfill(/|$)", "^dinero\\.js(/|$)"];
const prisma = "(^@prisma/|(^|/)server/generated/prisma(/|$)|^pg$)";
const components = "^src/(ui/|modules/[^/]+/(ui/|schema\\.ts$))";

module.exports = {
  forbidden: [
    {
      name: "kernel-stands-alone",
      comment:
        "The kernel imports nothing of ours and no framework: move what needs IO, a module or a library to server/ or to the module.",
      severity: "error",
      from: { path: "^src/kernel/" },
      to: { pathNot: ["^src/kernel/", ...pureLibraries] },
    },
    {
      name: "domain-is-pure",
      comment:
        "domain/, access.ts and facts.ts import the kernel, domain/ and their own facts only: parse in schema.ts, load in repository.ts, and pass time, ids and settings in as arguments.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/(domain/|(access|facts)\\.ts$)" },
      to: {
        pathNot: [
          "^src/kernel/",
          "^src/modules/[^/]+/domain/",
          "^src/modules/$1/facts\\.ts$",
          ...pureLibraries,
          "^tldts$",
          "^fastest-levenshtein$",
          "^any-ascii$",
          // What a domain knows: tables without code.
          "^\\./[a-z-]+\\.json$",
        ],
      },
    },
    {
      name: "prisma-in-its-places",
      comment:
        "Only server/ and a module's repository.ts, queries.ts and metrics.ts touch the database: put the statement in one of them and call it.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/server/", "^src/modules/[^/]+/(repository|queries|metrics)(\\.ts$|/)"] },
      to: { path: prisma },
    },
    {
      name: "server-knows-no-module",
      comment:
        "server/ is below the modules: pass the module's part in as an argument, or register it from app/ or worker.ts.",
      severity: "error",
      from: { path: "^src/server/" },
      to: { path: "^src/(modules|app|ui)/|^src/worker\\.ts$" },
    },
    {
      name: "first-commands-need-no-client",
      comment:
        "These commands run before the database client is generated: move what they need to a file that does not reach server/db, or start it as a process of its own.",
      severity: "error",
      from: { path: "^scripts/(up|test|check|policy|measure|requirements|db-migrate)\\.ts$" },
      to: { path: "^src/server/db\\.ts$", reachable: true },
    },
    {
      name: "kit-knows-no-module",
      comment:
        "src/ui is a kit for every module: take what differs as props, or move the component to the module's ui/.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(modules|app)/|^src/worker\\.ts$" },
    },
    {
      name: "app-is-the-top",
      comment: "Nobody imports app/: move what is shared to a module's ui/ or to src/ui.",
      severity: "error",
      from: { path: "^(src|scripts|prisma)/", pathNot: "^src/app/" },
      to: { path: "^src/app/" },
    },
    {
      name: "modules-have-doors",
      comment: "Enter another module through its public.ts or its domain/; compose the UI of several modules in app/.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: {
        path: "^src/modules/[^/]+/",
        pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/(domain/|public\\.ts$)"],
      },
    },
    {
      name: "ui-is-composed-in-app",
      comment: "A component knows its own module: let the page in app/ load the other module's part and pass it in.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/ui/" },
      to: { path: "^src/modules/[^/]+/public\\.ts$", pathNot: "^src/modules/$1/", ...valuesOnly },
    },
    {
      name: "no-cycles",
      comment:
        "Files that need each other are one thing or three: move what both need to a file of its own, one layer down.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: valuesOnly },
    },
    {
      name: "components-show",
      comment:
        "Components and schema.ts never load or decide: the page in app/ calls the query and passes the DTO in, changes go through actions.ts.",
      severity: "error",
      from: { path: components },
      to: {
        path: "^src/server/|^src/modules/[^/]+/(repository|use-cases/|reactions|schedule|invariants)",
      },
    },
    {
      name: "components-read-types",
      comment:
        "A component may take the type of a DTO from its module's queries.ts or metrics.ts (import type), never a value: the page passes that in.",
      severity: "error",
      from: { path: components },
      to: { path: "^src/modules/[^/]+/(queries|metrics)(\\.ts$|/)", ...valuesOnly },
    },
  ],
  options: {
    parser: "swc",
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js"] },
  },
};
