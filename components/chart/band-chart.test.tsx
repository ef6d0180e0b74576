import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { BandChart, type BandRow } from "./band-chart"
import { dayAxis } from "./day-axis"

afterEach(cleanup)

const row: BandRow = {
  ...{ id: "g", name: "Gate 3", said: "Gate 3: P80 14 Mar", reached: null, target: day("2026-03-06"), would: null },
  band: { from: day("2026-02-20"), to: day("2026-03-20") },
  ticks: { thin: day("2026-03-02"), strong: day("2026-03-14") },
  figures: [{ text: "2 Mar" }, { text: "14 Mar", needsYou: true }],
}
const axis = dayAxis([day("2026-02-01"), day("2026-04-01")])

describe("bands of days", () => {
  it("are chosen by buttons that say in words what the picture shows", () => {
    const choose = vi.fn()
    render(
      <BandChart
        {...{ axis, heads: ["P50", "P80"] }}
        today={day("2026-02-10")}
        rows={[row]}
        chosenId="g"
        onChoose={choose}
      />,
    )
    const button = screen.getByRole("button", { name: "Gate 3: P80 14 Mar", pressed: true })
    fireEvent.click(button)
    expect(choose).toHaveBeenCalledWith("g")
  })
})
