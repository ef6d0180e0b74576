import { describe, expect, test } from "vitest"
import { operations } from "@/lib/serve/api/server/operations"

/** What a write begins with: the five that every record knows, then the verbs of the field. */
const verbs =
  /^(add|change|remove|restore|end|move|import|run|start|cancel|apply|sign|revoke|request|approve|withdraw|judge|invite|accept|join|reset|confirm|record|materialise|plan|close|reopen|correct|erase|decide|check|review|score|stamp|answer|freeze)([A-Z]|$)/
const writes = operations.filter(({ writes }) => writes)

/** The commands of the record kit are one for every record type: their contract adds the record's name to the verb. */
const ofTheKit = new Set(["add", "change", "changeMany", "remove", "restore", "import"])

describe.each(writes)("$contract.name", ({ contract, run }) => {
  test("is the name of its command", () => {
    if (ofTheKit.has(run.name)) expect(contract.name.startsWith(run.name.replace("Many", ""))).toBe(true)
    else expect(run.name).toBe(contract.name)
  })
  test("begins with a known verb", () => expect(contract.name).toMatch(verbs))
})
