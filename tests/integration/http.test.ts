import { afterAll, beforeAll, expect, test } from "vitest"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(world.members.lead, "GET", `/programmes/${world.programmeId}${path}`, undefined, { headers })

test.each(["/work-items", "/checks", "/connections", "/work-items?format=csv", "/connections?format=csv"])(
  "an answer that the reader has is not sent again, however its tag is written: %s",
  async (path) => {
    const { headers, status } = await get(path)
    const tag = headers.get("etag") ?? ""
    const bare = tag.replace("W/", "")
    expect([status, bare]).toEqual([200, expect.stringMatching(/^"[\w-]{22}"$/)])
    for (const held of [tag, bare, `W/${bare}`, `"other", W/${bare}`, "*"]) {
      const again = await get(path, { "if-none-match": held })
      expect([held, again.status, again.text, again.headers.get("etag")]).toEqual([held, 304, "", tag])
    }
    for (const held of ['"other"', "", bare.replaceAll('"', "")])
      expect([held, (await get(path, { "if-none-match": held })).status]).toEqual([held, 200])
  },
)

test("a star is no answer for what is not here", async () => {
  const path = "/work-items/01234567-89ab-7cde-8f01-23456789abcd"
  expect((await get(path, { "if-none-match": "*" })).status).toBe(404)
})

test("an empty list has a header as CSV", async () => {
  const { text } = await get("/connections?format=csv")
  expect(text.replace("\uFEFF", "")).toMatch(/^id,name,host,[\w,]+\r\n$/)
})

test.each(["", "has a space", "x".repeat(201), "umläut"])("a malformed Idempotency-Key is refused: %j", async (key) => {
  const path = `/programmes/${world.programmeId}/checks`
  const headers = { "idempotency-key": key }
  const { status, body } = await ask(world.members.lead, "POST", path, { sentence: "It works." }, { headers })
  expect([status, body.code]).toEqual([400, "bad-key"])
})

test("a change of which something would be dropped names it and changes nothing", async () => {
  const [item] = await world.items()
  const path = `/programmes/${world.programmeId}/work-items/${item?.id}`
  const change = { version: item?.version, title: "Renamed", status: "not_started", actualStart: "2026-01-05" }
  const refused = await ask(world.members.lead, "PATCH", path, change)
  expect([refused.status, refused.body.code, refused.body.fields[0].path]).toEqual([422, "not-started", "actualStart"])
  expect((await world.items())[0]).toEqual(item)
  const taken = await ask(world.members.lead, "PATCH", path, { version: item?.version, actualStart: "2026-01-05" })
  expect([taken.status, taken.body.status, taken.body.actualStart]).toEqual([200, "in_progress", "2026-01-05"])
})
