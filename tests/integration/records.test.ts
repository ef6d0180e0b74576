import Papa from "papaparse"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "@/lib/base/db/new-id"
import { csvText } from "@/lib/base/files/csv-text"
import type { RecordType } from "@/lib/records/record"
import { servedTypes } from "@/lib/records/server/operations"
import "@/lib/serve/api/server/operations"
import { handle } from "@/lib/serve/api/server/router"
import { ruled, sampleDraft } from "../support/sample-values"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
const targets = new Map<string, string>()
const foreign = new Map<string, string>()
beforeAll(async () => {
  world = await makeWorld()
  const { lead } = world.members
  await learn(targets, lead, world.programmeId)
  await learn(foreign, world.stranger, world.otherProgrammeId)
  for (const type of servedTypes) targets.set(type.type, (await add(type, 0, lead)).body.id)
  for (const type of servedTypes) {
    const draft = sampleDraft(type, 0, (target) => foreign.get(target) ?? "")
    const given = Object.entries(draft).filter(
      ([name, value]) => String(value) !== "" && !ruled[type.type]?.includes(name),
    )
    const path = `/programmes/${world.otherProgrammeId}/${type.path}`
    foreign.set(type.type, (await ask(world.stranger, "POST", path, Object.fromEntries(given))).body.id)
  }
})
afterAll(() => world.end())

async function learn(known: Map<string, string>, who: Someone, programmeId: string) {
  const { body } = await ask(who, "GET", `/programmes/${programmeId}/roadmap`)
  known.set("person", body.people[0].id)
  known.set("workstream", body.workstreams[0].id)
  known.set("gate", body.gates[0].id)
  known.set("phase", body.phases[0].id)
  known.set("stage", body.stages[0].id)
  known.set("role", body.deliveryRoles[0].key)
  const items = await ask(who, "GET", `/programmes/${programmeId}/work-items`)
  known.set("work-item", items.body.items[0].id)
  const components = await ask(who, "GET", `/programmes/${programmeId}/components`)
  known.set("component", components.body.items[0].key)
}

const all = ({ path }: RecordType) => `/programmes/${world.programmeId}/${path}`
const at = (type: RecordType, id: string, more = "") => `${all(type)}/${id}${more}`
/** What is known by keys is the same in every programme. */
const keyed = new Set(["component", "role"])
/** Types that point at each other leave out what is not there yet. */
function draftOf(type: RecordType, variant: number) {
  const draft = sampleDraft(type, variant, (target) => targets.get(target) ?? "")
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => String(value) !== "" && !ruled[type.type]?.includes(name)),
  )
}
const add = (type: RecordType, variant: number, who: Someone = world.members.lead) =>
  ask(who, "POST", all(type), draftOf(type, variant))
const list = async (type: RecordType) => (await ask(world.members.lead, "GET", all(type))).body
const file = { "content-type": "application/octet-stream" }
const bring = (type: RecordType, raw: string | Uint8Array<ArrayBuffer>, who: Someone = world.members.lead) =>
  ask(who, "POST", `${all(type)}/import/preview/file`, undefined, { raw, headers: file })
async function exported(type: RecordType, asked: object): Promise<Uint8Array<ArrayBuffer>> {
  const request = new Request(`http://127.0.0.1:3000/api/v1${all(type)}/export`, {
    ...{ method: "POST", body: JSON.stringify(asked) },
    headers: { "content-type": "application/json", ...world.members.lead.headers },
  })
  return new Uint8Array(await (await handle(request)).arrayBuffer())
}
const readCsv = (bytes: Uint8Array | string) =>
  Papa.parse<string[]>((typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes)).replace(/^\uFEFF/, ""), {
    delimiter: ",",
  }).data
/** A cell of the second row, or nothing where the field is a key that another record has already. */
const keyless = (type: RecordType, table: readonly string[][], at: number) =>
  type.keys.some((key) => type.fields[key]?.about.label === table[0]?.[at]) ? "" : (table[1]?.[at] ?? "")
const eventsOn = async (id: string) =>
  (await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/events?subject=${id}`)).body.items

describe.each(servedTypes.map((type) => ({ name: type.names.one, type })))("$name", ({ type }) => {
  test("keeps every field as it was given, numbers it, and tells of it", async () => {
    const draft = draftOf(type, 1)
    const { status, body, text } = await add(type, 1)
    expect(status, text).toBe(200)
    expect(body).toMatchObject({ ...draft, version: 1 })
    expect((await list(type)).items.find(({ id }: { id: string }) => id === body.id)).toMatchObject(draft)
    expect((await eventsOn(body.id))[0]).toMatchObject({ type: `${type.type}.added`, data: { number: body.number } })
  })
  test("is changed field by field, with what was before in the trail", async () => {
    const before = (await add(type, 1)).body
    let { version } = before
    for (const [name, value] of Object.entries(draftOf(type, 2))) {
      const reply = await ask(world.members.lead, "PATCH", at(type, before.id), { version, [name]: value })
      expect([name, reply.status, reply.body[name]]).toEqual([name, 200, value])
      version = reply.body.version
    }
    const told = (await eventsOn(before.id)).map((event: { type: string }) => event.type)
    expect(new Set(told)).toEqual(new Set([`${type.type}.changed`, `${type.type}.added`]))
  })
  test("is not changed on an old version, and the refusal shows it as it stands", async () => {
    const { id } = (await add(type, 1)).body
    const [[name, value] = ["", ""]] = Object.entries(draftOf(type, 2)).filter(([key]) => key === type.title)
    const change = { version: 1, [name]: value }
    expect((await ask(world.members.lead, "PATCH", at(type, id), change)).status).toBe(200)
    const stale = await ask(world.members.lead, "PATCH", at(type, id), { ...change, [name]: "Another" })
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, "changed-meanwhile", 2])
    expect(stale.body.current[name]).toBe(value)
  })
  test("of twenty writers on one version one wins, and none is lost without a word", async () => {
    const { id } = (await add(type, 1)).body
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(world.members.lead, "PATCH", at(type, id), { version: 1, [type.title]: `Writer ${index}` }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19)
  })
  test("is changed in bulk all or none", async () => {
    const [a, b] = [(await add(type, 1)).body, (await add(type, 2)).body]
    const change = { [type.title]: "Together" }
    const items = [
      { id: a.id, version: 1 },
      { id: b.id, version: 7 },
    ]
    const refused = await ask(world.members.lead, "POST", `${all(type)}/changes`, { items, change })
    expect(refused.status).toBe(409)
    expect((await list(type)).items.find(({ id }: { id: string }) => id === a.id).version).toBe(1)
    const right = items.map((item) => ({ ...item, version: 1 }))
    const taken = await ask(world.members.lead, "POST", `${all(type)}/changes`, { items: right, change })
    expect(taken.body.items.map((each: Record<string, unknown>) => each[type.title])).toEqual(["Together", "Together"])
  })
  test("goes and comes back", async () => {
    const { id } = (await add(type, 1)).body
    expect((await ask(world.members.lead, "DELETE", at(type, id), { version: 1 })).status).toBe(200)
    const isThere = async () => (await list(type)).items.some((each: { id: string }) => each.id === id)
    expect(await isThere()).toBe(false)
    expect((await ask(world.members.lead, "PATCH", at(type, id), { version: 2, [type.title]: "x" })).status).toBe(404)
    expect((await ask(world.members.lead, "POST", at(type, id, "/restore"), {})).status).toBe(200)
    expect(await isThere()).toBe(true)
  })
  test("never points at what is not in its programme", async () => {
    const { id } = (await add(type, 1)).body
    for (const [name, { kind, fixed }] of Object.entries(type.fields)) {
      if (!kind.target || fixed) continue
      const elsewhere = keyed.has(kind.target) ? [] : [foreign.get(kind.target)]
      for (const other of [...elsewhere, newId(new Date())]) {
        const value = kind.control === "relations" ? [other] : other
        const reply = await ask(world.members.lead, "PATCH", at(type, id), { version: 1, [name]: value })
        expect([name, reply.status]).toEqual([name, 422])
      }
    }
  })
  test.each(["csv", "xlsx"])("goes out as %s and comes in again unchanged", async (format) => {
    await add(type, 1)
    await add(type, 2)
    const before = (await list(type)).items
    const preview = await bring(type, await exported(type, { format }))
    expect(preview.status, preview.text).toBe(200)
    expect(preview.body.counts).toEqual({ added: 0, changed: 0, same: before.length, refused: 0 })
    const taken = await ask(world.members.lead, "POST", `${all(type)}/import`, { uploadId: preview.body.uploadId })
    expect([taken.status, taken.body]).toEqual([200, preview.body.counts])
    expect((await list(type)).items).toEqual(before)
  })
  test("of a file is added once, with every field, whatever the order of its columns", async () => {
    const { id } = (await add(type, 3)).body
    const table = readCsv(await exported(type, { format: "csv", ids: [id] }))
    const places = [...(table[0] ?? []).keys()].filter((at) => table[0]?.[at] !== "Record ID").reverse()
    const title = type.fields[type.title]?.about.label
    const cells = places.map((at) => (table[0]?.[at] === title ? "From a file" : keyless(type, table, at)))
    const sheet = csvText([places.map((at) => table[0]?.[at] ?? ""), cells])
    const { body } = await bring(type, sheet)
    expect([body.counts, body.rows[0]?.problems]).toEqual([{ added: 1, changed: 0, same: 0, refused: 0 }, []])
    const run = (key: string) =>
      ask(
        world.members.lead,
        "POST",
        `${all(type)}/import`,
        { uploadId: body.uploadId },
        { headers: { "idempotency-key": key } },
      )
    const twice = await Promise.all([run("a-1"), run("a-2")])
    expect(twice.map((each) => each.body.added).sort()).toEqual([0, 1])
    const made = (await list(type)).items.filter((each: Record<string, unknown>) => each[type.title] === "From a file")
    expect(made).toHaveLength(1)
    expect((await eventsOn(made[0].id))[0].type).toBe(`${type.type}.added`)
  })
  test("of a file with a row in error is imported not at all, or without that row when asked", async () => {
    const label = type.fields[type.title]?.about.label ?? ""
    const { body } = await bring(
      type,
      csvText([
        [label, "Record ID"],
        ["Kept one", (await add(type, 1)).body.id],
        ["", (await add(type, 2)).body.id],
      ]),
    )
    expect(body.counts).toEqual({ added: 0, changed: 1, same: 0, refused: 1 })
    expect(body.rows[0]).toMatchObject({ line: 3, kind: "refused", problems: [{ field: label }] })
    const count = (await list(type)).items.length
    const refused = await ask(world.members.lead, "POST", `${all(type)}/import`, { uploadId: body.uploadId })
    expect([refused.status, refused.body.code]).toEqual([422, "refused-rows"])
    expect((await list(type)).items.some((each: Record<string, unknown>) => each[type.title] === "Kept one")).toBe(
      false,
    )
    const asked = { uploadId: body.uploadId, skipRefused: true }
    expect((await ask(world.members.lead, "POST", `${all(type)}/import`, asked)).body.changed).toBe(1)
    expect((await list(type)).items).toHaveLength(count)
  })
  test("is imported by nobody who may not edit it, and from no other programme's file", async () => {
    const { body } = await bring(type, csvText([["Anything"], ["x"]]))
    expect((await ask(world.members.auditor, "POST", `${all(type)}/import`, { uploadId: body.uploadId })).status).toBe(
      403,
    )
    expect((await bring(type, "a\nb", world.members.auditor)).status).toBe(403)
    const path = `/programmes/${world.otherProgrammeId}/${type.path}/import`
    expect((await ask(world.stranger, "POST", path, { uploadId: body.uploadId })).status).toBe(410)
  })
  test("as CSV has its labels also when there is none", async () => {
    const { text } = await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/${type.path}?format=csv`)
    const heads = readCsv(text)[0] ?? []
    for (const { about } of Object.values(type.fields)) expect(heads).toContain(about.label)
  })
  test("of another programme is not found", async () => {
    const { id } = (await add(type, 1)).body
    const path = `/programmes/${world.otherProgrammeId}/${type.path}/${id}`
    expect((await ask(world.stranger, "PATCH", path, { version: 1, [type.title]: "x" })).status).toBe(404)
    expect((await ask(world.stranger, "DELETE", path, { version: 1 })).status).toBe(404)
    expect((await ask(world.stranger, "POST", `${path}/restore`, {})).status).toBe(404)
  })
})

const ownFields = (more = "") => `/programmes/${world.programmeId}/own-fields${more}`
test.each(servedTypes.map((type) => ({ name: type.names.one, type })))(
  "$name takes own fields, in sheets too",
  async ({ type }) => {
    const { lead, architect } = world.members
    const given = { recordType: type.type, label: "Migration wave", kind: "choice", options: ["First", "Second"] }
    expect((await ask(architect, "POST", ownFields(), given)).status).toBe(403)
    const { body: own } = await ask(lead, "POST", ownFields(), given)
    expect(own).toMatchObject({ key: "migration-wave", kind: "choice", version: 1 })
    expect((await ask(lead, "POST", ownFields(), { ...given, label: "MIGRATION WAVE" })).body.code).toBe("label-taken")
    const label = Object.values(type.fields)[0]?.about.label
    expect((await ask(lead, "POST", ownFields(), { ...given, label })).body.code).toBe("label-taken")
    const { id } = (await add(type, 4)).body
    const wrong = await ask(lead, "PATCH", at(type, id), { version: 1, own: { "migration-wave": "Third" } })
    expect(wrong.status).toBe(422)
    const sheet = csvText([
      ["Record ID", "Migration wave"],
      [id, "second"],
    ])
    const { body: preview } = await bring(type, sheet)
    expect(preview.rows[0].changes).toEqual([{ field: "Migration wave", from: "", to: "Second" }])
    expect((await ask(lead, "POST", `${all(type)}/import`, { uploadId: preview.uploadId })).body.changed).toBe(1)
    const table = readCsv(await exported(type, { format: "csv", ids: [id] }))
    expect(table[1]?.[table[0]?.indexOf("Migration wave") ?? -1]).toBe("Second")
    const removed = await ask(lead, "DELETE", ownFields(`/${own.id}`), { version: 1 })
    expect((await list(type)).ownFields).toEqual([])
    expect((await ask(lead, "POST", ownFields(`/${own.id}/restore`), {})).body.version).toBe(removed.body.version + 1)
    const kept = (await list(type)).items.find((each: { id: string }) => each.id === id)
    expect(kept.own).toEqual({ "migration-wave": "Second" })
    expect((await eventsOn(own.id)).map((event: { type: string }) => event.type)).toEqual([
      ...["own-field.restored", "own-field.removed", "own-field.added"],
    ])
    for (let more = 1; more < 20; more++)
      expect((await ask(lead, "POST", ownFields(), { ...given, label: `Field ${more}` })).status).toBe(200)
    expect((await ask(lead, "POST", ownFields(), { ...given, label: "Too much" })).body.code).toBe(
      "too-many-own-fields",
    )
    const path = `/programmes/${world.otherProgrammeId}/own-fields/${own.id}`
    expect((await ask(world.stranger, "DELETE", path, { version: 3 })).status).toBe(404)
  },
)

test("an unknown own field is refused", async () => {
  const [type] = servedTypes
  if (!type) throw new Error("no record is served")
  const { id } = (await add(type, 1)).body
  const reply = await ask(world.members.lead, "PATCH", at(type, id), { version: 1, own: { nowhere: 1 } })
  expect([reply.status, reply.body.code]).toEqual([422, "no-such-record"])
})
