import { afterAll, beforeAll, expect, test } from "vitest"
import { ask, makeMember, makeUser, makeWorld, nobody, type Reply, type Someone, type World } from "../support/world"

/** A small generator with a seed, so that a failing request can be sent again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const nasty: readonly unknown[] = [
  ...[
    null,
    true,
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "x".repeat(20_000),
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "'; DROP TABLE work_item;--",
  ],
  ...[0, -1, 1e308, -1e308, 1.5, Number.MAX_SAFE_INTEGER + 2, 2_147_483_648, "NaN", "Infinity", "1e999"],
  ...["2026-02-30", "0000-00-00", "9999-99-99", "2026-01-01T00:00:00Z", "1899-12-31"],
  ...[[], {}, [[[[]]]], { a: { b: { c: {} } } }, { constructor: { prototype: {} } }, [null], ["\u0000"]],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "not-a-uuid",
    "01234567-89ab-7cde-8f01-23456789abcd",
    "%00",
    "%ff%fe",
    "＠",
  ],
]
const rawBodies = [
  "",
  "{",
  "[]",
  "null",
  "1",
  '"x"',
  '{"__proto__":{"admin":true}}',
  `${"[".repeat(5000)}`,
  '{"a":NaN}',
  "\u0000",
  '{"version":1e400}',
  '{"a":1,}',
]
const contentTypes = [
  "application/json",
  "text/plain",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "application/x-www-form-urlencoded",
  "application/json; charset=utf-16",
]
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

type Described = {
  readonly method: string
  readonly path: string
  readonly parameters: any[]
  readonly body: Record<string, any>
}
let world: World
let described: readonly Described[]

beforeAll(async () => {
  world = await makeWorld()
  const { body } = await ask(world.members.lead, "GET", "/openapi.json")
  described = Object.entries<any>(body.paths).flatMap(([path, byMethod]) =>
    Object.entries<any>(byMethod).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path, parameters: operation.parameters },
      body: operation.requestBody?.content["application/json"]?.schema.properties ?? {},
    })),
  )
})
afterAll(() => world.end())

test("a foreign origin is refused before anything else is looked at", async () => {
  const item = (await world.items())[0]
  const path = `/programmes/${world.programmeId}/work-items/${item?.id}`
  for (const headers of [{ origin: "http://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }])
    expect(
      (await ask(world.members.lead, "PATCH", path, { version: item?.version, percent: 77 }, { headers })).body.code,
    ).toBe("foreign-origin")
  expect((await world.items())[0]?.percent).toBe(item?.percent)
})

test("a body over its cap is refused, also when its length is not told", async () => {
  const raw = `{"title":"${"x".repeat(1_100_000)}"}`
  const reply = await ask(world.members.lead, "POST", `/programmes/${world.programmeId}/work-items`, undefined, { raw })
  expect([reply.status, reply.body.code]).toEqual([413, "too-large"])
})

test("2,000 malformed requests made from the OpenAPI document get no answer of 5xx", { timeout: 240_000 }, async () => {
  const random = chance(20261122)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  let whos: readonly Someone[] = []
  const comeIn = async () => {
    const lead = await makeMember(world.programmeId, "fuzzing-lead", "lead")
    whos = [lead, lead, lead, await makeUser("fuzzing-admin", { admin: true }), world.members.auditor, nobody]
  }
  await comeIn()
  const items = await world.items()
  const bad: string[] = []
  const seen = new Map<number, number>()
  for (let i = 0; i < 2_000; i++) {
    const operation = described[i % described.length] as Described
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => {
      if (random() < 0.2) return encodeURIComponent(String(pick(nasty)).slice(0, 2_000).toWellFormed())
      if (name === "programmeId") return world.programmeId
      return random() < 0.7 ? (pick(items).id ?? "") : "01234567-89ab-7cde-8f01-23456789abcd"
    })
    const query = operation.parameters
      .filter((each) => each.in === "query" && random() < 0.6)
      .map(({ name }) => [name, String(pick(nasty)).slice(0, 3_000).toWellFormed()])
    const names = Object.keys(operation.body).filter(() => random() < 0.8)
    const body = Object.fromEntries([
      ...names.map((name) => [name, random() < 0.4 ? 1 : pick(nasty)]),
      ...(random() < 0.1 ? [["nonsense", 1]] : []),
    ])
    const raw = random() < 0.1 ? pick(rawBodies) : undefined
    const method = random() < 0.05 ? pick(methods) : operation.method
    const headers = {
      ...(random() < 0.1 ? { "content-type": pick(contentTypes) } : {}),
      ...(random() < 0.1 ? { "idempotency-key": `key-${i % 7}` } : {}),
      ...(random() < 0.03 ? { origin: "http://evil.example" } : {}),
    }
    const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ""
    const sends = method !== "GET"
    const who = pick(whos)
    const reply: Reply = await ask(pick(whos), method, `${path}${search}`, sends ? body : undefined, {
      headers,
      ...(sends && raw !== undefined ? { raw } : {}),
    })
    if (reply.status === 401 && who !== nobody) await comeIn() // the request ended its own session, or disabled its user
    seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1)
    if (reply.status >= 500 || /\bat \w+ \(|node_modules/.test(reply.text))
      bad.push(
        `${reply.status} ${method} ${path}${search} ${raw ?? JSON.stringify(body)} -> ${reply.text}`.slice(0, 600),
      )
  }
  expect(bad).toEqual([])
  expect([...seen.keys()].filter((status) => status >= 400).length).toBeGreaterThan(4)
})
