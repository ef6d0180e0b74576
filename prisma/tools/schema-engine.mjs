#!/usr/bin/env node
// Answers the Prisma CLI in the place of its native schema engine, with Prisma's own WebAssembly build of it, so that
// migrations can be written where that engine cannot be downloaded. A tool for developing: the product never runs it.
// The protocol (JSON-RPC, one message a line) is not public, so the versions of Prisma are pinned exactly.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createInterface } from "node:readline"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import pg from "pg"

const require = createRequire(import.meta.url)
const argumentsGiven = process.argv.slice(2)
const valuesOf = (option) =>
  argumentsGiven.flatMap((each, index) => (each === option ? [argumentsGiven[index + 1]] : []))
const datasource = JSON.parse(valuesOf("--datasource")[0] ?? "{}")

/** `can-connect-to-database`, `create-database`, `drop-database`. */
async function administer(command) {
  const url = new URL(datasource.url)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.searchParams.delete("schema")
  if (command !== "can-connect-to-database") url.pathname = "/postgres"
  const client = new pg.Client({ connectionString: url.href })
  try {
    await client.connect()
    if (command === "create-database") await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
    if (command === "drop-database") await client.query(`DROP DATABASE ${client.escapeIdentifier(name)}`)
    return 0
  } catch (error) {
    const code = { "3D000": "P1003", "28P01": "P1000" }[error.code] ?? "P1001"
    const fields = { is_panic: false, error_code: code, message: error.message || String(error), meta: null }
    const timestamp = new Date().toISOString()
    process.stderr.write(
      `\n${JSON.stringify({ timestamp, level: "ERROR", fields, target: "schema_engine::logger" })}\n`,
    )
    return 1
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function converse() {
  const factory = adapterFactory()
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    if (!method) continue
    try {
      engine ??= await loadEngine(factory)
      const result = await engine[method === "getDatabaseVersion" ? "version" : method](params)
      if (method === "diff" && result.stdout) send({ id: 9e9, method: "print", params: { content: result.stdout } })
      send({ id, result: result ?? null })
    } catch (error) {
      send({ id, error: describe(error) })
    }
  }
  process.exit(0)
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)

function describe(error) {
  let data
  try {
    data = JSON.parse(error.message)
  } catch {
    data = { message: error?.message ?? String(error), error_code: error?.code }
  }
  const { message, meta = null, error_code } = data
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: false, message, meta, error_code },
  }
}

async function loadEngine(factory) {
  const folder = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "")
  const engine = await import(`${folder}schema_engine_bg.js`)
  const { instance } = await WebAssembly.instantiate(readFileSync(`${folder}schema_engine_bg.wasm`), {
    "./schema_engine_bg.js": engine,
  })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const models = valuesOf("--datamodels").map((file) => [file, readFileSync(file, "utf8")])
  const log = (message) => process.env.DEBUG && process.stderr.write(`${message}\n`)
  return engine.SchemaEngine.new({ datamodels: models.length > 0 ? models : undefined }, log, factory)
}

function adapterFactory() {
  passCatalogueCharacters()
  const url = new URL(datasource.url ?? "postgresql://127.0.0.1:1/none")
  const connection = {
    host: url.searchParams.get("host") ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
  const adapter = new PrismaPg(connection, { schema: url.searchParams.get("schema") ?? undefined })
  return bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => withCharacters(await adapter.connect()),
    connectToShadowDb: () => connectToShadow(adapter, connection),
  })
}

/** The adapter's own way drops the shadow database before it has closed its pool. */
async function connectToShadow(adapter, connection) {
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  const main = await adapter.connect()
  await main.executeScript(`CREATE DATABASE "${database}"`)
  const shadow = await new PrismaPg({ ...connection, database }, {}).connect()
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
    await main.dispose()
  }
  return withCharacters(shadow)
}

/** The adapter does not know the catalogue's type "char" (18): it goes through as a list of them (1002) and back. */
function passCatalogueCharacters() {
  const Result = require("pg/lib/result")
  const addFields = Result.prototype.addFields
  Result.prototype.addFields = function (descriptions) {
    addFields.call(this, descriptions)
    for (const field of this.fields) if (field.dataTypeID === 18) field.dataTypeID = 1002
  }
}

const single = (type) => (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type)

function withCharacters(connection) {
  return new Proxy(connection, {
    get(target, key) {
      if (key === "queryRaw")
        return async (query) => {
          const result = await target.queryRaw(query)
          return { ...result, columnTypes: result.columnTypes.map(single) }
        }
      return typeof target[key] === "function" ? target[key].bind(target) : target[key]
    },
  })
}

if (argumentsGiven.includes("--version") || argumentsGiven[0] === "-V") console.info("schema-engine-cli wasm")
else if (argumentsGiven.includes("cli"))
  process.exitCode = await administer(argumentsGiven[argumentsGiven.indexOf("cli") + 1])
else await converse()
