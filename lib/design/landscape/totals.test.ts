import { expect, test } from "vitest"
import { labelsOf } from "./paths"
import { doneOf, movedOf, progressOf, sayProgress, sayProved, totalsBy } from "./totals"

const one = { disposition: "migrate", sizeBytes: null, planned: null, migrated: null, proved: null } as const

test("totals count items and volumes by disposition, by claim and by proof", () => {
  const totals = totalsBy([
    { ...one, sizeBytes: 9_000, planned: 84, migrated: 84, proved: 84 },
    { ...one, sizeBytes: 1_000, planned: 10, migrated: 5, proved: 8 },
    { ...one, planned: 10, migrated: 10, proved: null },
    { ...one, disposition: "retain", sizeBytes: 7 },
  ])
  expect(totals).toEqual([
    {
      disposition: "retain",
      items: 1,
      bytes: 7,
      unsized: 0,
      claimed: 0,
      proved: 0,
      unknown: 0,
      claimedBytes: 0,
      provedBytes: 0,
    },
    {
      ...{ disposition: "migrate", items: 3, bytes: 10_000, unsized: 1, claimed: 2, proved: 1, unknown: 1 },
      ...{ claimedBytes: 9_500, provedBytes: 9_500 },
    },
  ])
})
test("what plans nothing is not done by a word, and proof can be Unknown", () => {
  expect(doneOf({ planned: 0, migrated: 0, proved: null })).toEqual({ claimed: false, proved: null })
  expect(progressOf({ planned: null, migrated: 5, proved: 5 })).toEqual({ claimed: null, proved: null })
  expect(progressOf({ planned: 4, migrated: null, proved: 1 })).toEqual({ claimed: 0, proved: 0.25 })
})
test("progress is said with its noun and its denominator", () => {
  const item = { planned: 84, migrated: 52, quantity: { amount: 84, unit: "tables" } }
  expect(sayProgress({ ...item, proved: 34 })).toBe("52 of 84 tables migrated, 34 proved")
  expect(sayProgress({ ...item, proved: null })).toBe("52 of 84 tables migrated; proved: Unknown")
  expect(sayProgress({ ...item, planned: null, proved: null })).toBeNull()
})
test("a name that several items have is told by its path, and a circle of parents does not hang", () => {
  const labels = labelsOf([
    { id: "1", name: "Teradata", parentId: null },
    { id: "2", name: "Payments", parentId: "1" },
    { id: "3", name: "payments", parentId: null },
    { id: "4", name: "X", parentId: "5" },
    { id: "5", name: "Y", parentId: "4" },
  ])
  expect(labels.get("2")).toEqual({ label: "Teradata / Payments", path: "Teradata / Payments" })
  expect(labels.get("1")?.label).toBe("Teradata")
  expect(labels.get("4")?.path).toBe("Y / X")
})

test("what no fact tells of is Unknown beside what is proved, and never counted as 0", () => {
  const known = { planned: 84, migrated: 52, proved: 34 }
  const untold = { planned: 64, migrated: 60, proved: null }
  const idle = { planned: null, migrated: 5, proved: 5 }
  expect(movedOf([known, untold, idle])).toEqual({ planned: 148, migrated: 112, proved: 34, unknown: 60 })
  expect(sayProved(movedOf([known, untold]))).toBe("34 of them proved, 60 Unknown")
  expect(sayProved(movedOf([known]))).toBe("34 of them proved")
  expect(sayProved(movedOf([untold]))).toBe("proved: Unknown")
})
