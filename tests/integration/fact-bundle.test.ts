import { afterAll, beforeAll, expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "@/lib/platform/facts/bundle/bundle"
import { ask, makeWorld, type World } from "../support/world"

let world: World
const version = bundleVersion(loadRelease("2026.1"))
const bundle = (file = "") => ask(world.members.auditor, "GET", `/programmes/${world.programmeId}/fact-bundle${file}`)

beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test("whoever reads the programme learns what the bundle of its release reads and asks for", async () => {
  const { body } = await bundle()
  expect(body.version).toBe(version)
  expect(body.tables).toContain("system.billing.usage")
  expect(body.parameters.map(({ name }: { name: string }) => name)).toContain("production_catalogs")
  expect(body.measures.every(({ why }: { why: string }) => why.length > 0)).toBe(true)
  expect(body.cost.said).toMatch(/^An estimate, not a measurement: /)
})

test("the region it is run in is written into it", async () => {
  expect((await bundle("/sql?region=northeurope")).text).toContain("DECLARE given_region STRING DEFAULT 'northeurope';")
  expect((await bundle("/notebook?region=northeurope")).text).toContain('dbutils.widgets.text("region", "northeurope")')
})

test("measures are left out of every file, and out of the estimate", async () => {
  const [all, few] = [
    await bundle(),
    await bundle("?leaveOut=audit-flows,jobs-from-code,runs-triggered,load-kinds,active-users"),
  ]
  const names = few.body.measures.map(({ name }: { name: string }) => name)
  expect(names).toHaveLength(all.body.measures.length - 5)
  expect(few.body.tables).not.toContain("system.access.audit")
  expect(few.body.cost.minutes.to).toBeLessThan(all.body.cost.minutes.to)
  expect(few.body.version).toBe(version)
  const choice = "?leaveOut=audit-flows,jobs-from-code,runs-triggered,load-kinds,active-users"
  for (const file of ["/sql", "/notebook", "/grants"]) {
    const { text } = await bundle(`${file}${choice}`)
    expect(text).not.toContain("system.access.audit")
    expect(text).toContain("system.lakeflow.jobs")
  }
})

test.each(["?leaveOut=A%3BB", "?region=x%27%3B--", "?else=1"])(
  "a choice that is none is refused: %s",
  async (choice) => {
    expect((await bundle(`/sql${choice}`)).status).toBe(422)
  },
)

test.each([
  ["/sql", "sql", "-- Lakeward fact bundle"],
  ["/notebook", "py", "# Databricks notebook source"],
])("the bundle is a file to download: %s", async (file, ending, first) => {
  const reply = await bundle(file)
  expect(reply.status).toBe(200)
  expect(reply.headers.get("content-disposition")).toContain(`lakeward-facts-${version}.${ending}`)
  expect(reply.text.startsWith(first)).toBe(true)
  expect(reply.text).toContain(version)
})

test("the grants are a script of their own", async () => {
  const reply = await bundle("/grants")
  expect(reply.headers.get("content-disposition")).toContain(`lakeward-grants-${version}.sql`)
  expect(reply.text).toContain("GRANT SELECT ON TABLE system.billing.usage TO `lakeward-readers`;")
})
