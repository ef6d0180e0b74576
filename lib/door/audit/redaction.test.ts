import { expect, test } from "vitest"
import { hiddenMembers, redacted } from "./redaction"

const types = [
  { type: "deal", guarded: [{ members: ["priceAmount", "priceUnit"], see: "programme.manage" as const }] },
  { type: "risk" },
]
const may = (...permissions: string[]) => hiddenMembers(types, (permission) => permissions.includes(permission))
const changed = {
  type: "deal.changed",
  data: { changes: { priceAmount: 7, name: "x" }, before: { priceAmount: 6, name: "y" }, number: 3 },
}

test("what somebody may not see is in none of the places where an event tells it", () => {
  expect(redacted(changed, may()).data).toEqual({ changes: { name: "x" }, before: { name: "y" }, number: 3 })
  expect(redacted({ type: "deal.added", data: { priceUnit: "EUR", number: 1 } }, may()).data).toEqual({ number: 1 })
})
test("who may see it sees it, and events of other types stay whole", () => {
  expect(redacted(changed, may("programme.manage"))).toBe(changed)
  const other = { type: "risk.changed", data: { changes: { priceAmount: 7 } } }
  expect(redacted(other, may())).toBe(other)
})
