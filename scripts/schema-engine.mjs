#!/usr/bin/env node
// A stand-in for Prisma's native schema engine: the same JSON-RPC on standard input and output, answered by the
// WebAssembly build from the package registry. Plain JavaScript, because Prisma executes this file directly.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
// pg and the adapter's interface are taken as the adapter sees them, so that patches reach the copy in use.
const requireFromAdapter = createRequire(require.resolve("@prisma/adapter-pg"));
const pg = requireFromAdapter("pg");
const { PrismaPg } = require("@prisma/adapter-pg");
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = requireFromAdapter("@prisma/driver-adapter-utils");

const NOT_SUPPORTED = {
  schemaPush: "`prisma db push` is not supported here: write a migration (`npx prisma migrate dev --create-only`).",
  introspectSql: "TypedSQL is not supported here: use a parameterised $queryRaw.",
};

/** Writes one line of the engine's log, in the form Prisma parses from standard error. */
function log(level, message, extra = {}) {
  const entry = { timestamp: new Date().toISOString(), level, fields: { message, ...extra }, target: "schema_engine" };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** Writes one JSON-RPC message for Prisma. */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

/**
 * Connection settings of a URL, as separate fields: beside a connection string the adapter ignores the database name,
 * and shadow migrations would then run in the real database.
 */
function connectionOf(url) {
  const { parse } = createRequire(requireFromAdapter.resolve("pg"))("pg-connection-string");
  const { host, port, user, password, database, ssl } = parse(url);
  return { host, port: port ? Number(port) : undefined, user, password, database, ssl, max: 2 };
}

/** Loads the WebAssembly engine; its own entry point expects a bundler. */
async function loadEngine() {
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href);
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => log("ERROR", message, { is_panic: true }),
  };
  return glue.SchemaEngine;
}

const CHAR_OID = 18;
const BPCHAR_OID = 1042;
const charColumns = new WeakMap();

/** The catalogue uses PostgreSQL's one-byte type "char", which the adapter does not map: present it as character. */
function presentCharAsCharacter() {
  const Result = createRequire(requireFromAdapter.resolve("pg"))("pg/lib/result.js");
  const addFields = Result.prototype.addFields;
  Result.prototype.addFields = function (fields) {
    const found = fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
    for (const index of found) fields[index].dataTypeID = BPCHAR_OID;
    if (found.length > 0) charColumns.set(this.rows, found);
    return addFields.call(this, fields);
  };
}

/** A connection of the adapter, with the two answers corrected that the engine needs. */
function corrected(connection) {
  const overrides = {
    async queryRaw(query) {
      const result = await connection.queryRaw(query);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
    // The adapter splits scripts at every semicolon, also inside $$ … $$ and comments; the server does it right.
    async executeScript(script) {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        connection.onError(error);
      }
    },
  };
  return new Proxy(connection, {
    get(target, key) {
      if (key in overrides) return overrides[key];
      return typeof target[key] === "function" ? target[key].bind(target) : target[key];
    },
  });
}

/** An empty database for replaying migrations, with the extensions of the real one; dropped when disposed of. */
async function createShadow(datasource, main) {
  const name = `shadow_${crypto.randomUUID().replaceAll("-", "")}`;
  await main.executeScript(`create database "${name}"`);
  const extensions = await main.underlyingDriver().query("select extname from pg_extension where extname <> 'plpgsql'");
  const shadow = await new PrismaPg({ ...connectionOf(datasource.url), database: name }).connect();
  for (const { extname } of extensions.rows) {
    await shadow.underlyingDriver().query(`create extension if not exists "${extname}" cascade`);
  }
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await main.executeScript(`drop database if exists "${name}" with (force)`);
    await main.dispose();
  };
  return shadow;
}

/** The adapter factory the engine asks for connections to the real and to the shadow database. */
function adapterFactory(datasource) {
  const factory = new PrismaPg(connectionOf(datasource.url));
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => corrected(await factory.connect()),
    connectToShadowDb: async () => {
      if (datasource.shadowDatabaseUrl) {
        return corrected(await new PrismaPg(connectionOf(datasource.shadowDatabaseUrl)).connect());
      }
      return corrected(await createShadow(datasource, corrected(await factory.connect())));
    },
  });
}

/** `schema-engine cli can-connect-to-database | create-database | drop-database`; returns the exit code. */
async function runCommand(command, url) {
  const database = connectionOf(url).database ?? "";
  const onServer = command === "can-connect-to-database" ? {} : { database: "postgres" };
  const client = new pg.Client({ ...connectionOf(url), ...onServer });
  try {
    await client.connect();
    const name = client.escapeIdentifier(database);
    if (command === "create-database") await client.query(`create database ${name}`);
    if (command === "drop-database") await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
    log("INFO", "Connection successful");
    return 0;
  } catch (error) {
    log("ERROR", String(error.message), { is_panic: false, error_code: error.code === "3D000" ? "P1003" : "P1001" });
    return 1;
  }
}

/** Answers JSON-RPC requests in the order they come until standard input closes. */
async function serve(datasource, schemaFiles) {
  presentCharAsCharacter();
  let engine;
  const start = async () => {
    const SchemaEngine = await loadEngine();
    const datamodels = schemaFiles.map((file) => [file, readFileSync(file, "utf8")]);
    const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
    return SchemaEngine.new(options, () => {}, adapterFactory(datasource));
  };
  const call = async ({ method, params }) => {
    if (NOT_SUPPORTED[method]) throw new Error(NOT_SUPPORTED[method]);
    engine ??= await start();
    const name = method === "getDatabaseVersion" ? "version" : method;
    if (typeof engine[name] !== "function") throw new Error(`the schema engine has no method ${method}`);
    return engine[name](params);
  };
  let printed = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() === "" ? undefined : JSON.parse(line);
    if (request?.method === undefined) continue;
    try {
      const result = (await call(request)) ?? null;
      // The native engine sends a diff's text as a message of its own before the answer.
      if (request.method === "diff" && typeof result?.stdout === "string") {
        printed += 1;
        send({ id: 1_000_000 + printed, method: "print", params: { content: result.stdout } });
      }
      send({ id: request.id, result });
    } catch (error) {
      const data = {
        is_panic: false,
        message: String(error?.message ?? error),
        error_code: error?.code,
        meta: error?.meta,
      };
      send({ id: request.id, error: { code: 4466, message: "The schema engine refused the request.", data } });
    }
  }
}

const argv = process.argv.slice(2);
if (argv.includes("--version") || argv.includes("-V")) {
  const { version } = JSON.parse(
    readFileSync(path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "package.json"), "utf8"),
  );
  console.log(`schema-engine-cli (wasm) ${version.split(".").at(-1)}`);
  process.exit(0);
}
const command = argv.indexOf("cli");
const { values } = parseArgs({
  args: command < 0 ? argv : argv.slice(0, command),
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});
const datasource = values.datasource ? JSON.parse(values.datasource) : {};
if (command >= 0) process.exit(await runCommand(argv[command + 1], datasource.url));
await serve(datasource, values.datamodels ?? []);
process.exit(0);
