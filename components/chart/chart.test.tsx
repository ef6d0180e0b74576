import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { ChartFrame } from "./chart-frame"
import { LineChart } from "./line-chart"
import { ticksFor } from "./scale"

afterEach(cleanup)

describe("charts", () => {
  it("carry a title, a unit, an as-of, and their data as a table", () => {
    render(
      <ChartFrame
        title="Active users"
        unit="people"
        asOf="18 Nov"
        data={{
          columns: ["Month", "Users"],
          rows: [
            { id: "oct", cells: ["Oct", 374] },
            { id: "nov", cells: ["Nov", 412] },
          ],
        }}
      >
        <LineChart
          label="Active users rose from 374 to 412"
          points={["Oct", "Nov"]}
          series={[{ id: "u", label: "Users", values: [374, 412] }]}
        />
      </ChartFrame>,
    )
    expect(screen.getByRole("figure", { name: "Active users" }).textContent).toContain("people, as of 18 Nov")
    fireEvent.click(screen.getByRole("button", { name: "As a table" }))
    expect(screen.getByRole("row", { name: "Nov 412" })).toBeDefined()
  })
  it("leave a gap where a value is missing", () => {
    const { container } = render(
      <LineChart
        label="Gap"
        points={["a", "b", "c", "d"]}
        series={[{ id: "s", label: "S", values: [1, 2, null, 4] }]}
      />,
    )
    expect(container.querySelector("path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2)
  })
  it("have round ticks that hold all values", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        fc.pre(high - low > 1e-6 || high === low)
        const ticks = ticksFor(low, high)
        const slack = Math.abs(high - low) * 1e-6 + 1e-6
        expect(ticks[0]).toBeLessThanOrEqual(low + slack)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack)
        expect(ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
