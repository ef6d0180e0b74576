import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { evidenceOf } from "./evidence"

const rows = evidenceOf(loadRelease("2026.1"))
const line = ({ evidence, ways, metrics, sources }: (typeof rows)[number]) => {
  const named = (names: readonly string[]) =>
    names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : "none"
  return `| ${evidence} | ${ways.join(" + ")} | ${named(metrics)} | ${named(sources)} |`
}

test("the page on facts tells of all evidence how it comes about", () => {
  const page = readFileSync("docs/facts.md", "utf8")
  const table = page.split("\n").filter((each) => /^\| E\d\d /.test(each))
  expect(table).toEqual(rows.map(line))
  expect(rows).toHaveLength(55)
})

test("evidence may come about in more than one way", () => {
  expect(rows.find(({ evidence }) => evidence === "E43")).toEqual({
    evidence: "E43",
    ways: ["sql", "rest"],
    metrics: ["age-of-newest-audit-event", "workspaces-with-verbose-audit"],
    sources: ["system.access.audit", "GET /api/2.0/workspace-conf?keys=enableVerboseAuditLogs"],
  })
  expect(rows.find(({ evidence }) => evidence === "E52")).toMatchObject({
    ways: ["attested"],
    metrics: [],
    sources: [],
  })
})
