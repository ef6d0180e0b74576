import * as z from "zod"
import { type Contract, parametersOf } from "@/lib/door/contract"
import { problems } from "./problem"

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Schema = { readonly [key: string]: Json }
type Described = { readonly contract: Contract; readonly writes: boolean }

/** The OpenAPI 3.1 document of all operations: JSON Schema 2020-12 made from the very shapes that the door parses with. */
export function openApiOf(operations: readonly Described[], origin: string): Schema {
  const components = new Map<string, Schema>()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const operation of operations) {
    const { path, method } = operation.contract
    paths[path] ??= {}
    Object.assign(paths[path], { [method.toLowerCase()]: described(operation, components) })
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lakeward",
      version: "1",
      description: "Everything in the app is available through the API. Send a personal token as a bearer token.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(components), Problem: problemSchema },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal token from your account page." },
        session: { type: "apiKey", in: "cookie", name: "lakeward.session" },
      },
    },
  }
}

const problemSchema: Schema = {
  type: "object",
  required: ["title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable code for programs." },
    detail: { type: "string", description: "Readable message." },
    fields: { type: "array", items: { type: "object" } },
    current: { description: "The current record, when it changed in the meantime." },
  },
}

function described({ contract, writes }: Described, components: Map<string, Schema>): Schema {
  const names = parametersOf(contract.path)
  const input = schemaOf(contract.input, "input", components)
  const members = membersOf(input)
  const inPath = names.map((name) => ({
    ...{ name, in: "path", required: true },
    schema: members.find((each) => each.name === name)?.schema ?? { type: "string", format: "uuid" },
  }))
  const rest = members.filter(({ name }) => !names.includes(name))
  const takesJson = contract.method !== "GET" && !contract.takes
  const inQuery = takesJson ? [] : rest.map(({ name, schema, required }) => ({ name, in: "query", required, schema }))
  const key = writes ? [idempotencyKey] : []
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [
      contract.path
        .split("/")
        .filter((each) => each !== "" && !each.startsWith("{"))
        .at(names.includes("programmeId") ? 1 : 0) ?? "programmes",
    ],
    "x-permission": contract.permission,
    "x-audience": contract.audience,
    ...(contract.audience === "public" ? { security: [] } : {}),
    parameters: [...inPath, ...inQuery, ...key],
    ...(takesJson && rest.length > 0 ? { requestBody: bodyOf(rest) } : {}),
    ...(contract.takes ? { requestBody: fileBody(contract.takes.maxBytes) } : {}),
    responses: { ...success(contract, components), ...refusals(contract) },
  }
}

const idempotencyKey: Schema = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", maxLength: 200 },
  description: "Requests with the same key within 24 hours run once.",
}

type Member = { readonly name: string; readonly schema: Schema; readonly required: boolean }
const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function membersOf(schema: Schema): readonly Member[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isSchema(schema.properties) ? schema.properties : {}
  return Object.entries(properties).map(([name, member]) => ({
    name,
    schema: isSchema(member) ? member : {},
    required: required.includes(name),
  }))
}

const bodyOf = (members: readonly Member[]): Schema => ({
  required: true,
  content: {
    "application/json": {
      schema: {
        type: "object",
        properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
        required: members.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      },
    },
  },
})

const binary: Schema = { type: "string", format: "binary" }
const fileBody = (maxBytes: number): Schema => ({
  required: true,
  description: `The file itself, at most ${maxBytes} bytes.`,
  content: { "application/octet-stream": { schema: binary } },
})

const success = (contract: Contract, components: Map<string, Schema>): Schema => ({
  "200": {
    description: "Done.",
    content: contract.gives
      ? { [contract.gives.mediaType]: { schema: binary } }
      : { "application/json": { schema: schemaOf(contract.output, "output", components) } },
  },
})

function refusals(contract: Contract): Schema {
  const words = Object.entries(contract.refusals).map(([code, { status, sentence }]) => ({ code, status, sentence }))
  const common = (["sign-in-needed", "not-allowed", "not-found", "invalid", "unavailable"] as const).map((code) => ({
    code,
    ...problems[code],
  }))
  const statuses = new Map<number, string[]>()
  for (const { code, status, sentence } of [...common, ...words])
    statuses.set(status, [...(statuses.get(status) ?? []), `\`${code}\`: ${sentence}`])
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } }
  return Object.fromEntries(
    [...statuses].map(([status, lines]) => [
      String(status),
      { description: [...new Set(lines)].join("\n\n"), content: problem },
    ]),
  )
}

/** A shape as JSON Schema; shapes with a name of their own move to the components. */
function schemaOf(shape: z.ZodType, io: "input" | "output", components: Map<string, Schema>): Schema {
  const made: unknown = z.toJSONSchema(shape, { io, unrepresentable: "any" })
  const { $schema: _, $defs, ...schema } = toSchema(made)
  if (isSchema($defs)) for (const [name, each] of Object.entries($defs)) components.set(name, toSchema(hoisted(each)))
  return toSchema(hoisted(schema))
}

const toSchema = (value: unknown): Schema => JSON.parse(JSON.stringify(value ?? {}))

/** References point to the components instead of to the shape itself. */
function hoisted(value: Json): Json {
  if (Array.isArray(value)) return value.map(hoisted)
  if (!isSchema(value)) return value
  const entries = Object.entries(value).filter(
    ([key, member]) => key !== "$schema" && !(key === "id" && typeof member === "string"),
  )
  return Object.fromEntries(
    entries.map(([key, member]) => [
      key,
      key === "$ref" && typeof member === "string"
        ? member.replace("#/$defs/", "#/components/schemas/")
        : hoisted(member),
    ]),
  )
}
