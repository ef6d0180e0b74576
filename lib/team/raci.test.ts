import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { partOf, pressed, proposalOf, type RaciCell, raciParts, warningsOf } from "./raci"

const streams = [
  { id: "w1", name: "Ingestion" },
  { id: "w2", name: "Quality" },
]
const people = [
  { id: "p1", name: "Sana Khan", roleKey: "architect" },
  { id: "p2", name: "Tom Becker", roleKey: "data-governance-lead" },
  { id: "p3", name: "Marta Ruiz", roleKey: "data-engineer" },
  { id: "p4", name: "Leo Tan", roleKey: "data-engineer" },
]
const cell = (workstreamId: string, personId: string, part: RaciCell["part"]): RaciCell => ({
  ...{ workstreamId, personId, part },
})

describe("a cell", () => {
  test("of the owner says accountable, whatever was marked", () => {
    expect(partOf(null, true)).toBe("A")
    expect(partOf("C", true)).toBe("A")
    expect(partOf("R", true)).toBe("AR")
    expect(partOf("R", false)).toBe("R")
    expect(partOf(null, false)).toBe(null)
  })
  test("is set by its key, changed by another, cleared by the same", () => {
    expect(pressed(null, "R")).toBe("R")
    expect(pressed("R", "C")).toBe("C")
    expect(pressed("C", "C")).toBe(null)
  })
})

describe("warnings", () => {
  test("say none and two accountable, and none responsible", () => {
    const of = (...cells: RaciCell[]) => warningsOf(streams, people, cells, null).workstreams.get("w1")
    expect(of(cell("w1", "p3", "R"))).toBe("No one is accountable")
    expect(of(cell("w1", "p1", "A"), cell("w1", "p2", "A"))).toBe("Two accountable: Khan, Becker")
    expect(of(cell("w1", "p1", "A"))).toBe("No one is responsible")
    expect(of(cell("w1", "p1", "AR"))).toBe(undefined)
    expect(of(cell("w1", "p1", "A"), cell("w1", "p3", "R"))).toBe(undefined)
  })
  test("leave out whoever is no longer in the programme", () => {
    const { workstreams } = warningsOf(streams, people, [cell("w1", "gone", "AR")], null)
    expect(workstreams.get("w1")).toBe("No one is accountable")
  })
  test("say who is accountable without an allocation, where the programme allocates", () => {
    const cells = [cell("w1", "p2", "AR")]
    expect(warningsOf(streams, people, cells, new Set(["p1"])).workstreams.get("w1")).toBe(
      "Tom Becker has no allocation",
    )
    expect(warningsOf(streams, people, cells, new Set(["p2"])).workstreams.get("w1")).toBe(undefined)
  })
  test("say who is accountable for more than 12", () => {
    const many = Array.from({ length: 13 }, (_, turn) => ({ id: `s${turn}`, name: `${turn}` }))
    const cells = many.map(({ id }) => cell(id, "p1", "AR"))
    expect(warningsOf(many, people, cells, null).people.get("p1")).toBe("Sana Khan: 13, more than 12")
    expect(warningsOf(many, people, cells.slice(1), null).people.size).toBe(0)
  })
})

describe("the template's proposal", () => {
  const roles = {
    responsible: "data-engineer",
    accountable: "architect",
    consulted: ["data-governance-lead"],
    informed: ["analyst"],
  }
  test("puts the people in who have the roles, and says which roles nobody has", () => {
    expect(proposalOf([{ id: "w1", roles }], people, [])).toEqual({
      cells: [cell("w1", "p1", "A"), cell("w1", "p4", "R"), cell("w1", "p3", "R"), cell("w1", "p2", "C")].map(
        (each) => ({
          ...each,
          from: null,
        }),
      ),
      missing: ["analyst"],
    })
  })
  test("leaves whoever is accountable already, and every cell that is set", () => {
    const { cells } = proposalOf([{ id: "w1", roles }], people, [cell("w1", "p3", "A"), cell("w1", "p2", "I")])
    expect(cells).toEqual([
      { ...cell("w1", "p4", "R"), from: null },
      // Accountable, and has the responsible role.
      { ...cell("w1", "p3", "AR"), from: "A" },
    ])
  })
  test("never proposes a cell that is set, nor a second accountable", () => {
    const someCells = fc.uniqueArray(
      fc.record({
        workstreamId: fc.constantFrom("w1", "w2"),
        personId: fc.constantFrom("p1", "p2", "p3", "p4"),
        part: fc.constantFrom(...raciParts),
      }),
      { selector: ({ workstreamId, personId }) => workstreamId + personId },
    )
    fc.assert(
      fc.property(someCells, (now) => {
        const asked = streams.map(({ id }) => ({ id, roles }))
        const { cells } = proposalOf(asked, people, now)
        for (const { workstreamId, personId, part, from } of cells) {
          const own = now.filter((each) => each.workstreamId === workstreamId)
          expect(own.find((each) => each.personId === personId)?.part ?? null).toBe(from)
          if (from !== null) expect([from, part]).toEqual(["A", "AR"])
          else if (part.startsWith("A")) expect(own.some((each) => each.part.startsWith("A"))).toBe(false)
        }
      }),
    )
  })
})
