import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { matchScore, rankBy } from "./rank"

const pages = ["Overview", "Roadmap: Stages", "Roadmap: Timeline", "Success checklist", "Settings", "Audit"].map(
  (label) => ({ label }),
)
const best = (query: string) => rankBy(query, pages)[0]?.label

describe("ranking commands", () => {
  it("finds a page by its first letters before one that only holds them", () => {
    expect(best("set")).toBe("Settings")
    expect(best("st")).toBe("Roadmap: Stages")
  })
  it("finds a page by the first letters of its words", () => {
    expect(best("rt")).toBe("Roadmap: Timeline")
    expect(best("sc")).toBe("Success checklist")
  })
  it("takes words in any order", () => {
    expect(best("timeline road")).toBe("Roadmap: Timeline")
  })
  it("does not mind accents and case", () => {
    expect(rankBy("cafe", [{ label: "Café figures" }])).toHaveLength(1)
  })
  it("leaves out what does not match at all", () => {
    expect(rankBy("zzz", pages)).toEqual([])
  })
  it("finds a component by its old name", () => {
    const found = rankBy("dlt", [{ label: "Lakeflow Declarative Pipelines", keywords: ["DLT", "Delta Live Tables"] }])
    expect(found).toHaveLength(1)
  })
  it("keeps the order for an empty query and never loses or doubles an entry", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (labels, query) => {
        const entries = labels.map((label) => ({ label }))
        expect(rankBy("", entries)).toEqual(entries)
        const ranked = rankBy(query, entries)
        expect(new Set(ranked).size).toBe(ranked.length)
        for (const entry of ranked) expect(entries).toContain(entry)
      }),
    )
  })
  it("never scores anything above the text itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, text) => {
        const score = matchScore(query, text)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
  })
})
