import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { type OverviewCheck, type OverviewFacts, overviewOf } from "./overview"
import { check, facts, gate, item, line, monday, roadmap, workstream } from "./test-facts"

const said = (of: OverviewFacts) =>
  overviewOf(of)
    .answer.map(({ text }) => text)
    .join("")
const later = (id: string, more: Partial<WorkItemView> = {}) => item(id, { workstreamId: "w-1", ...more })
const done = { status: "done", percent: 100, actualStart: monday, actualFinish: monday } as const

describe("the answer", () => {
  test("says nothing is planned when nothing is, also when all was dropped", () => {
    expect(said(facts([]))).toBe("Nothing is planned yet.")
    expect(said(facts([item("a", { status: "dropped", reason: "no" })]))).toBe("Nothing is planned yet.")
  })

  test("names the day of the next gate by the plan, and never how likely it is", () => {
    const sentence = said(facts([item("a"), later("b")]))
    expect(sentence).toBe("Gate 0 is planned for 6 Mar. 0 of 2 work items are reported done.")
    expect(sentence).not.toMatch(/%|confiden|likely/)
  })

  test.each([
    ["2026-03-03", "6 Mar, 3 working days after its target. "],
    ["2026-03-05", "6 Mar, 1 working day after its target. "],
    ["2026-03-06", "6 Mar, its target date. "],
    ["2026-03-11", "6 Mar, 3 working days before its target. "],
  ])("compares it with a target of %s in working days", (target, end) => {
    const of = facts([item("a")], { roadmap: roadmap({ gates: [gate(0, { targetDay: day(target) }), gate(1)] }) })
    expect(said(of)).toContain(`Gate 0 is planned for ${end}`)
  })

  test("marks only what is after its target as needing somebody", () => {
    const tones = (target: string) =>
      overviewOf(
        facts([item("a")], { roadmap: roadmap({ gates: [gate(0, { targetDay: day(target) }), gate(1)] }) }),
      ).answer.map(({ tone }) => tone)
    expect(tones("2026-03-03")).toContain("needs-you")
    expect(tones("2026-03-11")).not.toContain("needs-you")
  })

  test("goes on to the next gate when all work before the first is reported done", () => {
    const of = facts([item("a", done), later("b")], { roadmap: roadmap({ today: day("2026-03-04") }) })
    expect(said(of)).toMatch(/^Gate 1 is planned for 10 Mar\. 1 of 2 work items is reported done\.$/)
    expect(overviewOf(of).phases.map(({ gate: each, current }) => [each?.state, current])).toEqual([
      ["reported", false],
      ["ahead", true],
    ])
  })

  test("does not call a gate passed because its work is reported done", () => {
    const of = facts([item("a", done), later("b", done)], { roadmap: roadmap({ today: day("2026-03-04") }) })
    expect(said(of)).toBe("All work before Gate 1 is reported done. 2 of 2 work items are reported done.")
  })

  test("says when a programme that lies ahead starts", () => {
    const programme = { ...roadmap().programme, startDay: day("2026-04-06") }
    const of = facts([item("a")], { roadmap: roadmap({ programme }) })
    expect(said(of)).toMatch(/^The programme starts on 6 Apr\. Gate 0 is planned for 10 Apr\. /)
    expect(overviewOf(of).position).toBe("Starts on 6 Apr")
  })

  test("says so when links go round in a circle, instead of a date", () => {
    const link = (from: string, to: string) => ({
      ...{ id: `${from}${to}`, type: "FS" as const, lag: 0, lagUnit: "days" as const, version: 1 },
      ...{ from: { kind: "item" as const, id: from }, to: { kind: "item" as const, id: to } },
    })
    const of = facts([item("a"), item("b")], { roadmap: roadmap({ links: [link("a", "b"), link("b", "a")] }) })
    expect(said(of)).toMatch(/^The plan has no dates: there is a circular dependency\. /)
    expect(overviewOf(of).stages[0]?.planned).toBeNull()
  })

  test("counts a due check that could not be judged as not proved", () => {
    const checks = [check("x", { due: true }), check("y", { due: true, verdict: "met" }), check("z")]
    expect(said(facts([item("a")], { checks }))).toContain("1 of 2 due checks are proved, 0 of 1 work items")
    expect(said(facts([item("a")], { checks: [check("z")] }))).toContain("None of 1 check is due yet, ")
  })

  test("tells of blocked work", () => {
    expect(said(facts([item("a", { status: "blocked", reason: "no licence" })]))).toMatch(/, 1 is blocked\.$/)
  })
})

describe("the figures", () => {
  test("of a phase without work have no gate day and are not its turn", () => {
    const [first, second] = overviewOf(
      facts([later("b")], { roadmap: roadmap({ workstreams: [workstream(1)] }) }),
    ).phases
    expect([first?.gate?.plannedDay, first?.current, first?.claimed]).toEqual([null, false, null])
    expect(second?.current).toBe(true)
  })

  test("a check of a gate counts in its phase, and in no stage", () => {
    const view = overviewOf(facts([item("a")], { checks: [check("g", { workstreamId: null, gateId: "gate-0" })] }))
    expect(view.phases[0]?.proved?.all).toBe(1)
    expect(view.stages[0]?.proved).toBeNull()
  })

  test("a work item that sits in another phase than its workstream counts there", () => {
    const view = overviewOf(facts([item("a", { phaseId: "phase-1" })]))
    expect(view.phases.map(({ claimed }) => claimed)).toEqual([null, 0])
  })
})

describe("a line of the checklist", () => {
  const told = (checks: readonly OverviewCheck[], more: Parameters<typeof line>[1] = {}) =>
    overviewOf(
      facts([item("a")], {
        checks,
        lines: [
          line(
            checks.map(({ id }) => id),
            more,
          ),
        ],
      }),
    ).checklist[0]
  const mark = (...given: Parameters<typeof told>) => [told(...given)?.mark, told(...given)?.note]
  test("is met only when every due check is", () => {
    expect(mark([check("x", { due: true, verdict: "met" }), check("y")])).toEqual(["met", ""])
    expect(mark([check("x", { due: true, verdict: "met" }), check("y", { due: true })])).toEqual([
      "could-not-tell",
      "1 unknown",
    ])
    expect(mark([check("x", { due: true, verdict: "not-met" }), check("y", { due: true })])[0]).toBe("not-met")
    expect(mark([check("x")])).toEqual(["not-due", "none due yet"])
    expect(mark([])).toEqual(["not-due", "no checks"])
  })
  test("says how far its signatures are", () => {
    const met = [check("x", { due: true, verdict: "met" })]
    expect(told(met, { state: "ready" })).toMatchObject({ signOff: "ready", note: "ready to sign" })
    expect(told(met, { state: "begun" })?.note).toBe("0 of 2 signed")
    expect(told(met, { state: "signed" })).toMatchObject({ note: "signed off", contradictedBy: [] })
  })
  test("names the checks that say otherwise than what is signed", () => {
    const against = check("x", { due: true, verdict: "not-met", reason: "Last seen 31 h ago." })
    expect(told([against, check("y")], { state: "contradicted", contradictedBy: ["x"] })).toMatchObject({
      note: "contradicted since sign-off",
      contradictedBy: [{ checkId: "x", sentence: "Check x.", reason: "Last seen 31 h ago." }],
    })
  })
  test("that is contradicted is told in the answer, and leads to it", () => {
    const checks = [check("x", { due: true, verdict: "not-met" })]
    const lines = [line(["x"], { state: "contradicted", contradictedBy: ["x"] })]
    const view = overviewOf(facts([item("a")], { checks, lines }))
    expect(view.answer.map(({ text }) => text).join("")).toMatch(
      /0 of 1 due check is proved, 1 sign-off is contradicted, 0 of 1 work items/,
    )
    expect(view.answer.find(({ text }) => text.startsWith("1 sign-off"))).toMatchObject({
      tone: "needs-you",
      behind: { list: "checklist", line: "c" },
    })
  })
  test("of a gate that is passed and contradicted marks the gate and is no line of the checklist", () => {
    const passed = { passedAt: "2026-02-27T09:00:00.000Z" }
    const view = overviewOf(
      facts([item("a")], {
        roadmap: roadmap({ gates: [gate(0, passed), gate(1)] }),
        lines: [line([], { kind: "gate", id: "gate-0", state: "contradicted" })],
      }),
    )
    expect(view.phases[0]?.gate?.state).toBe("contradicted")
    expect(view.checklist).toEqual([])
  })
})

describe("a next gate without a target day", () => {
  const basisFor = (more: Parameters<typeof roadmap>[0]) =>
    overviewOf(facts([item("a")], { roadmap: roadmap(more) })).basis
  const missing = (pieces: ReturnType<typeof basisFor>) =>
    pieces.find(({ text }) => text === "Gate 0 has no target date")
  const { me, programme, gates } = roadmap()
  test("leads whoever may set one to the gates, and nobody else", () => {
    expect(missing(basisFor({}))?.behind).toEqual({ list: "gates" })
    expect(missing(basisFor({ me: { ...me, may: { ...me.may, editPlan: false } } }))?.behind).toBeNull()
    expect(missing(basisFor({ programme: { ...programme, archived: true } }))?.behind).toBeNull()
  })
  test("is not spoken of once it has one", () => {
    const [first, ...rest] = gates
    if (!first) return expect.fail("no gate")
    const told = basisFor({ gates: [{ ...first, targetDay: monday }, ...rest] })
    expect(missing(told)).toBeUndefined()
    expect(told.map(({ text }) => text).join("")).toContain("Target of Gate 0: ")
  })
})
