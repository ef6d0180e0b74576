import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { DecisionChange, DecisionStatus, DecisionView } from "./decision"
import { documentIn, markdownOf } from "./markdown"
import { optionsIn, textOfOptions } from "./options"
import { judgeDecision } from "./rules"
import { textOfDecision } from "./statement"

const draft: DecisionView = {
  ...{ id: "d1", number: 13, version: 1, createdAt: "", updatedAt: "", own: {} },
  ...{ name: "Mask sensitive columns by policy", status: "draft", ownerId: null, day: null, choice: null },
  ...{ reviewerIds: [], signers: [], supersedesIds: [], workstreamIds: [], gapIds: [], landscapeIds: [] },
  ...{ environmentIds: [], context: "52 columns.", options: "### Policies\n### Views", consequences: "" },
}
const today = { today: day("2026-11-17") }
const judged = (before: Partial<DecisionView>, change: DecisionChange) => {
  const result = judgeDecision({ ...draft, ...before }, change, today)
  return result.ok ? result.value : result.refusal
}

describe("a decision", () => {
  test("goes to review once an option is chosen, and its date is the day of that", () => {
    expect(judged({}, { status: "in_review" })).toBe("nothing-chosen")
    expect(judged({ choice: "Views" }, { status: "in_review" })).toEqual({ status: "in_review", day: "2026-11-17" })
    expect(judged({}, { status: "in_review", choice: "Views" })).toMatchObject({ status: "in_review" })
  })
  test("is accepted by hand only where nobody has to sign, and never without a review", () => {
    const reviewed = { status: "in_review", choice: "Views" } as const
    expect(judged({ choice: "Views" }, { status: "accepted" })).toBe("review-first")
    expect(judged({ ...reviewed, signers: ["security"] }, { status: "accepted" })).toBe("needs-signatures")
    expect(judged(reviewed, { status: "accepted" })).toMatchObject({ status: "accepted" })
    expect(judged({ ...reviewed, signers: ["security"] }, { status: "accepted", signers: [] })).toBe("text-is-frozen")
  })
  test.each(["in_review", "accepted", "refused", "superseded"] as const)("keeps its text while it is %s", (status) => {
    for (const change of [{ name: "B" }, { context: "b" }, { choice: "Policies" }, { signers: ["finance"] as const }])
      expect(judged({ status, choice: "Views" }, change)).toBe("text-is-frozen")
    expect(judged({ status }, { ownerId: "p1", gapIds: ["g1"] })).toEqual({ ownerId: "p1", gapIds: ["g1"] })
  })
  test("stands until another one supersedes it", () => {
    for (const status of ["draft", "in_review", "refused"] as const)
      expect(judged({ status: "accepted" }, { status })).toBe("decided-already")
    expect(judged({}, { status: "superseded" })).toBe("superseded-by-another")
    expect(judged({}, { supersedesIds: ["d1"] })).toBe("supersedes-itself")
  })
  test("loses a choice that is no option any more, and keeps one that is", () => {
    expect(judged({ choice: "Views" }, { options: "### Policies" })).toEqual({ options: "### Policies", choice: null })
    expect(judged({ choice: "Views" }, { options: "### Views" })).toEqual({ options: "### Views" })
  })
  test("never has its frozen text changed, whatever is asked while it is not a draft", () => {
    const statuses = fc.constantFrom<DecisionStatus>("in_review", "accepted", "refused", "superseded")
    const asked = fc.record(
      { name: fc.string(), context: fc.string(), choice: fc.string(), consequences: fc.string(), status: statuses },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(statuses, asked, (status, change) => {
        const result = judgeDecision({ ...draft, status, choice: "Views" }, change, today)
        const after = { ...draft, choice: "Views", ...(result.ok ? result.value : {}) }
        expect([after.name, after.context, after.choice]).toEqual([draft.name, draft.context, "Views"])
      }),
    )
  })
})

const plain = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[a-z]$/)
const option = fc.record({
  name: plain,
  days: fc.option(fc.integer({ min: 1, max: 90 })),
  pros: fc.array(plain, { maxLength: 3 }),
  cons: fc.array(plain, { maxLength: 3 }),
  notes: fc.constant<string[]>([]),
})

describe("options", () => {
  test("are read from headings with effort, pros and cons", () => {
    const text = "Intro\n### Policies on governed tags (8 days)\n+ One rule\n- Needs tags\nSee the note.\n\n## Views"
    expect(optionsIn(text)).toEqual([
      {
        name: "Policies on governed tags",
        days: 8,
        pros: ["One rule"],
        cons: ["Needs tags"],
        notes: ["See the note."],
      },
      { name: "Views", days: null, pros: [], cons: [], notes: [] },
    ])
  })
  test("are the same after writing and reading", () => {
    fc.assert(
      fc.property(fc.array(option), (all) => {
        expect(optionsIn(textOfOptions(all))).toEqual(all)
      }),
    )
  })
})

/** Written by hand in the form that the MADR project documents, not by this code. */
const madr = `---
status: proposed
date: 2026-09-14
decision-makers: Sana Khan
---

# Use one payments model

## Context and Problem Statement

Cards and transfers are modelled twice.

## Considered Options

* One model
* Two models

## Decision Outcome

Chosen option: "One model", because it is read by everybody.

### Consequences

* Good, because reports agree

## Pros and Cons of the Options

### One model

* Good, because marts are shared
* Bad, because it takes longer
`

describe("Markdown", () => {
  test("of the common form is read, with its options and choice", () => {
    expect(documentIn(madr)).toEqual({
      ...{ name: "Use one payments model", status: "in_review", day: "2026-09-14", owner: "Sana Khan" },
      context: "Cards and transfers are modelled twice.",
      options: "### One model\n+ marts are shared\n- it takes longer\n\n### Two models",
      ...{ choice: "One model", consequences: "* Good, because reports agree" },
    })
    expect(documentIn("no heading")).toBeNull()
  })
  test("of the older form is read too", () => {
    const text =
      "# 3. Delta tables\n\n## Status\n\nAccepted\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## Consequences\n\nC."
    expect(documentIn(text)).toMatchObject({
      name: "Delta tables",
      status: "accepted",
      context: "A.",
      consequences: "C.",
    })
  })
  test("that was written is read again as it was", () => {
    const texts = fc.array(plain, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n\n"))
    fc.assert(
      fc.property(
        plain,
        texts,
        texts,
        fc.uniqueArray(option, { selector: ({ name }) => name }),
        (name, context, consequences, options) => {
          const choice = options[0]?.name ?? null
          const document = {
            ...{ name, status: "accepted" as const, day: "14 Sep 2026", owner: null, context, consequences, choice },
            options: textOfOptions(options),
          }
          expect(documentIn(markdownOf({ ...document, number: 7 }))).toEqual(document)
        },
      ),
    )
  })
})

test("what is signed changes with every word of the decision", () => {
  const stated = { ...draft, supersedes: [] }
  const others = [
    { name: "B" },
    { context: "b" },
    { options: "" },
    { choice: "Views" },
    { consequences: "c" },
    { signers: ["finance" as const] },
    { supersedes: ["11. Great Expectations"] },
  ]
  const texts = [stated, ...others.map((other) => ({ ...stated, ...other }))].map(textOfDecision)
  expect(new Set(texts).size).toBe(texts.length)
})
