import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { componentsOf } from "./catalogue"
import { findByName, sayFoundBy } from "./search"

const components = componentsOf(loadRelease("2026.1"), new Map())
const found = (query: string) => findByName(components, query).map(({ component, by }) => [component.name, by] as const)

test("a component is found by the name that it had before, and says so", () => {
  expect(found("Delta Live Tables").some(([name, by]) => /Lakeflow/.test(name) && by === "Delta Live Tables")).toBe(
    true,
  )
  for (const old of ["DLT", "Repos", "Workflows", "SQL endpoint", "Mosaic AI Model Serving", "Genie spaces"])
    expect(found(old).length, old).toBeGreaterThan(0)
})
test("today's name is found as itself, whatever its case", () => {
  expect(found("unity catalog")).toContainEqual(["Unity Catalog", null])
})
test("nothing asked finds all, nonsense finds nothing", () => {
  expect(found("")).toHaveLength(components.length)
  expect(found("zzz")).toEqual([])
})

test("a name it had, or the initials of one, is said to be former; another word for it is not", () => {
  const said = (query: string) => findByName(components, query).map(sayFoundBy)
  expect(said("DLT")).toContain("formerly DLT")
  expect(said("Delta Live Tables")).toContain("formerly Delta Live Tables")
  expect(said("Auto Loader")).toEqual([null])
})

test("documentation is that of the programme's clouds", () => {
  const release = loadRelease("2026.2")
  const docs = (clouds: readonly ("azure" | "aws" | "gcp")[]) =>
    componentsOf(release, new Map(), clouds).find(({ key }) => key === "secrets")?.docs
  expect(docs(["azure"])).toEqual(["https://learn.microsoft.com/en-us/azure/databricks/security/secrets/"])
  expect(docs(["aws", "gcp"])).toEqual([
    "https://docs.databricks.com/aws/en/security/secrets/",
    "https://docs.databricks.com/gcp/en/security/secrets/",
  ])
  expect(docs([])).toEqual(["https://docs.databricks.com/aws/en/security/secrets/"])
})
