import fc from "fast-check"
import { expect, test } from "vitest"
import {
  type ChecklistItem,
  checklistOf,
  type Listed,
  planChecklist,
  severities,
  statuses,
  statusOf,
} from "./checklist"

const dimensions = [{ key: "security", name: "Security, privacy and compliance" }]
const nameOf = (key: string) => dimensions.find((each) => each.key === key)?.name ?? key
const words = Object.keys(statuses)
const anyItem = (at: number): fc.Arbitrary<ChecklistItem> =>
  fc.record(
    {
      guid: fc.constant(`guid-${at}`),
      category: fc.constantFrom("Security, privacy and compliance", "Backups"),
      subcategory: fc.string(),
      text: fc.integer({ min: 1, max: 140 }).map((length) => "a".repeat(length)),
      severity: fc.constantFrom<string>(...severities),
      status: fc.constantFrom(...words),
      comment: fc.constantFrom("", "seen"),
      link: fc.webUrl(),
      waf: fc.string(),
      ha: fc.integer(),
    },
    { requiredKeys: ["guid", "category", "subcategory", "text", "severity"] },
  )
const anyItems = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyItem(at))))
/** What an import makes of a file's new items. */
const imported = (items: readonly ChecklistItem[]): Listed[] =>
  planChecklist({ items }, [], dimensions).added.map(({ item, question }, at) => ({
    ...{ id: `id-${at}`, importKey: item.guid, source: item, question },
  }))

test("what was imported is exported as it was, and importing that again changes nothing", () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const known = imported(items)
      const file = checklistOf(known, "x", nameOf)
      expect(file.items).toEqual(items)
      expect(planChecklist(file, known, dimensions)).toEqual({
        added: [],
        changed: [],
        same: items.length,
        refused: [],
      })
    }),
  )
})

test("own questions go out and come in unchanged, whatever their answers", () => {
  const level = fc.integer({ min: 0, max: 4 })
  const any = fc.record({
    asIs: fc.option(level),
    toBe: level,
    notApplicable: fc.boolean(),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(any), (answers) => {
      const known = answers.map(
        (answer, at): Listed => ({
          ...{ id: `id-${at}`, importKey: null, source: null },
          question: { name: `Q${at}`, dimension: "security", gapKind: "data", note: "", ...answer },
        }),
      )
      const { changed, same } = planChecklist(checklistOf(known, "x", nameOf), known, dimensions)
      expect([changed, same]).toEqual([[], answers.length])
    }),
  )
})

const item = (more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...{ guid: "g", category: "Backups", subcategory: "Tables", text: "Clone critical tables", severity: "High" },
  ...more,
})
test("a status becomes levels that say the same", () => {
  for (const status of words) {
    const [added] = planChecklist({ items: [item({ status })] }, [], dimensions).added
    expect(added && statusOf(added.question)).toBe(status === "Not required" ? "N/A" : status)
  }
})
test("a new status changes the answer and nothing else", () => {
  const known = imported([item({ status: "Open", link: "https://example.test" })])
  const next = item({ status: "Fulfilled", link: "https://example.test" })
  expect(planChecklist({ items: [next] }, known, dimensions).changed).toEqual([
    { id: "id-0", item: next, change: { asIs: 3 } },
  ])
})
test.each<[string, Partial<ChecklistItem>, RegExp]>([
  ["an unknown severity", { severity: "Huge" }, /"Huge" is no severity/],
  ["an unknown status", { status: "Perhaps" }, /"Perhaps" is no status/],
  ["no text", { text: " " }, /1 to 500/],
])("%s is refused with its row", (_, more, reason) => {
  const { added, refused } = planChecklist({ items: [item({ guid: "other" }), item(more)] }, [], dimensions)
  expect([added.length, refused[0]?.row]).toEqual([1, 2])
  expect(refused[0]?.reason).toMatch(reason)
})
test("a guid that stands twice is refused the second time", () => {
  const { added, refused } = planChecklist({ items: [item(), item()] }, [], dimensions)
  expect([added.length, refused.length]).toEqual([1, 1])
})

test("a severity alone is a change, and the same file again is none", () => {
  const [before] = imported([item({ status: "Open", severity: "Medium" })])
  if (!before) throw new Error("nothing came in")
  const next = item({ status: "Open", severity: "Low" })
  const [changed] = planChecklist({ items: [next] }, [before], dimensions).changed
  expect(changed?.change).toEqual({ weight: 1 })
  const after = { ...before, source: next, question: { ...before.question, ...changed?.change } }
  expect(planChecklist({ items: [next] }, [after], dimensions).same).toBe(1)
})
