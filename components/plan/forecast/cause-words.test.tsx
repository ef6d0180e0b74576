import { describe, expect, it } from "vitest"
import type { Cause } from "@/lib/plan/forecast/causes"
import { sayCause, sayChance, sayMove, sayShift } from "./cause-words"

const nameOf = (id: string) => (id === "sap" ? "SAP extraction" : null)
const cause = (about: Cause["about"], what: Cause["what"], size: number, id: string | null = "sap"): Cause => ({
  ...{ about, what, size, id },
})

describe("why a forecast moved", () => {
  it("names what changed and by how much", () => {
    expect(sayCause(cause("item", "estimate", 3.04), nameOf)).toBe("SAP extraction was re-estimated by 3 d")
    expect(sayCause(cause("time", "days-went-by", 7, null), nameOf)).toBe("7 days passed")
    expect(sayCause(cause("calendar", "holidays", 2, null), nameOf)).toBe("holidays changed")
  })
  it("speaks of what is gone without its name", () => {
    expect(sayCause(cause("link", "removed", 0, "gone"), nameOf)).toBe("a link was removed")
  })
  it("is told in days with their direction", () => {
    expect([sayShift(6), sayShift(-1), sayShift(0)]).toEqual(["+6 d", "−1 d", "0 d"])
    expect([sayMove(9), sayMove(-1), sayMove(0)]).toEqual(["9 days later", "1 day earlier", "the same day"])
  })
  it("never rounds a chance to nothing or everything", () => {
    expect([sayChance(0), sayChance(0.004), sayChance(0.714), sayChance(0.997), sayChance(1)]).toEqual([
      ...["0%", "<1%", "71%", ">99%", "100%"],
    ])
  })
})
