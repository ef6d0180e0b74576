import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as z from "zod"
import { FactsFile } from "./facts-file"

test("the documented shape is the one that files are read by, and its example is such a file", () => {
  const page = readFileSync("docs/facts-import.md", "utf8")
  const [schema = "", example = ""] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text ?? "")
  expect(JSON.parse(schema)).toEqual(z.toJSONSchema(FactsFile, { io: "input" }))
  expect(FactsFile.parse(JSON.parse(example)).facts).toHaveLength(2)
})
