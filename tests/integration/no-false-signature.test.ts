import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { bundleCsv, daysAgo, declareScope, sendFacts } from "../support/facts"
import { ask, makeWorld, type Someone, type World } from "../support/world"

/** Ways to a signature over what is not so, or over what the signer made alone. */
let world: World
let checks: readonly { id: string; key: string }[]
beforeAll(async () => {
  world = await makeWorld()
  await declareScope(world)
  const { executive, architect, lead } = world.members
  for (const [key, who] of [
    ["sponsor", executive],
    ["security", architect],
  ] as const)
    await ok(lead, "POST", "responsibilities", { key, personId: who.personId, fromDay: "2026-01-01" })
  checks = (await ok(lead, "GET", "checks")).items
})
afterAll(() => world.end())

const at = (path: string) => `/programmes/${world.programmeId}/${path}`
async function ok(who: Someone, method: string, path: string, body?: object) {
  const reply = await ask(who, method, at(path), body)
  expect(reply.status, `${method} ${path}: ${reply.text}`).toBe(200)
  return reply.body
}
const idOf = (key: string) => checks.find((each) => each.key === key)?.id ?? ""
const bring = async (who: Someone, metric: string, value: number, asOf = daysAgo(0)) => {
  const body = bundleCsv([{ metric, value, n: 500, asOf }])
  const reply = await sendFacts(world, who, { body, query: { takenAt: asOf } })
  expect(reply.status, reply.text).toBe(200)
  return reply.body.factSet.id as string
}
let made = 0
async function line(...checkIds: string[]): Promise<string> {
  made++
  const body = { name: `Line ${made}`, signerRoles: ["sponsor", "security"], checkIds }
  return (await ok(world.members.lead, "POST", "criteria", body)).id
}
async function attested(): Promise<string> {
  const { lead, contributor } = world.members
  const { id } = await ok(lead, "POST", "checks", { sentence: `The business agrees, ${made}.` })
  const piece = await ok(contributor, "POST", `checks/${id}/evidence`, { title: "Minutes", note: "Agreed." })
  await ok(lead, "POST", `evidence/${piece.id}/judgement`, { version: 1, accepted: true, reason: "" })
  return id
}
const sign = async (who: Someone, id: string, responsibility: string, more: object = {}) => {
  const { hash } = await ok(who, "GET", `sign-offs/criterion/${id}/statement`)
  const body = { responsibility, statementHash: hash, ...more }
  const reply = await ask(who, "POST", at(`sign-offs/criterion/${id}/signatures`), body)
  return reply.status === 200 ? "signed" : reply.body.code
}
const view = async (id: string, who = world.members.lead) =>
  (await ok(who, "GET", "sign-offs")).items.find((each: { id: string }) => each.id === id)

describe("a signature", () => {
  test("is not given by whoever imported the facts that decide, and the statement names who did", async () => {
    const { executive, architect, lead } = world.members
    const first = await bring(architect, "runs-succeeded", 0.99)
    const id = await line(idOf("runs-succeed"))
    expect((await view(id, architect)).cannotSign).toBe(
      "You imported facts that decide here, so someone else must sign.",
    )
    expect(await sign(architect, id, "security")).toBe("signer-brought-the-facts")
    const { statement } = await ok(lead, "GET", `sign-offs/criterion/${id}/statement`)
    expect(statement.sources).toMatchObject([{ factSetId: first, source: "bundle", importedById: architect.personId }])
    await ok(lead, "POST", `fact-sets/${first}/withdraw`, { reason: "The other brings it" })
    await bring(lead, "runs-succeeded", 0.99)
    expect(await sign(architect, id, "security")).toBe("signed")
    expect(await sign(executive, id, "sponsor")).toBe("signed")
    expect((await view(id)).state).toBe("signed")
  })
  test("over ageing facts needs the signer's own word, which the trail keeps", async () => {
    const { architect, lead } = world.members
    await bring(lead, "pipeline-updates-completed", 1, daysAgo(9))
    const id = await line(idOf("pipelines-healthy"))
    const { statement } = await ok(lead, "GET", `sign-offs/criterion/${id}/statement`)
    expect(statement.checks[0]).toMatchObject({ verdict: "met", freshness: "ageing" })
    expect(await sign(architect, id, "security")).toBe("ageing-not-accepted")
    expect(await sign(architect, id, "security", { acceptsAgeing: true })).toBe("signed")
    const { items } = await ok(lead, "GET", "events?type=criterion")
    expect(items[0]).toMatchObject({ type: "criterion.signed", data: { acceptedAgeing: ["pipelines-healthy"] } })
  })
  test("is not given to waivers alone", async () => {
    const { architect, contributor, lead } = world.members
    const id = await line(idOf("no-open-grants"))
    const asked = await ok(contributor, "POST", `checks/${idOf("no-open-grants")}/waivers`, {
      ...{ reason: "Not before next year", expiresOn: daysAgo(-100).slice(0, 10) },
    })
    await ok(lead, "POST", `waivers/${asked.id}/approval`, { version: 1 })
    expect(await sign(architect, id, "security")).toBe("only-waived")
    expect((await view(id, architect)).mySigning).toEqual([])
  })
})

test("a signed line whose evidence is withdrawn has lapsed, and not met still contradicts", async () => {
  const { architect, contributor, executive, lead } = world.members
  const checkId = await attested()
  const id = await line(checkId)
  expect(await sign(architect, id, "security")).toBe("signed")
  expect(await sign(executive, id, "sponsor")).toBe("signed")
  const { items } = await ok(lead, "GET", `evidence?checkId=${checkId}`)
  await ok(contributor, "POST", `evidence/${items[0].id}/withdrawal`, { version: items[0].version })
  expect(await view(id)).toMatchObject({ state: "lapsed", lapsedBy: [checkId], contradictedBy: [] })
  const { waiting } = await ok(architect, "GET", "overview")
  expect(waiting.map(({ title }: { title: string }) => title)).toContain(`Lapsed since sign-off: Line ${made}`)
})

test("evidence is linked by https, without a name or password", async () => {
  const { contributor } = world.members
  const link = async (url: string) => {
    const path = at(`checks/${idOf("framework-approved")}/evidence`)
    return (await ask(contributor, "POST", path, { title: "Page", url })).status
  }
  expect(await link("https://docs.example.test/a@b")).toBe(200)
  for (const url of [
    "http://docs.example.test/a",
    "https://ana:pw@docs.example.test/",
    "https://ana@docs.example.test",
  ])
    expect(await link(url)).toBe(422)
})
