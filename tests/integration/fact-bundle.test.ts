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
})

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
