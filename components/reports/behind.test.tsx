import { existsSync } from "node:fs"
import { expect, test } from "vitest"
import type { Behind } from "@/lib/reports/views"
import { hrefOf } from "./behind"

const lists: readonly Behind[] = [
  { list: "items", stage: "ingestion" },
  { list: "item", id: "00000000-0000-4000-8000-000000000001" },
  { list: "checklist", line: "00000000-0000-4000-8000-000000000002" },
  { list: "forecast", gate: "00000000-0000-4000-8000-000000000003" },
  ...(["checklist", "forecast", "members", "settings", "gates", "audit", "risks", "timeline"] as const).map((list) => ({
    list,
  })),
]

test("every figure leads to a page that exists", () => {
  const paths = lists.map((behind) => hrefOf("p", behind).split("?")[0]?.replace("/programmes/p/", ""))
  expect(paths.filter((path) => !existsSync(`app/programmes/[programmeId]/${path}/page.tsx`))).toEqual([])
})
