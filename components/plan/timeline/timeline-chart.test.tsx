import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { createRef } from "react"
import { afterEach, describe, expect, test, vi } from "vitest"
import { dayOf } from "@/lib/base/kernel/day"
import { planFor } from "@/lib/plan/roadmap/test-roadmap"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import { item, timelineOf } from "@/lib/plan/timeline/test-timeline"
import { xOf } from "@/lib/plan/timeline/time-scale"
import { ChartPainter } from "./chart-painter"
import type { Scene } from "./scene"
import { TimelineChart } from "./timeline-chart"

const items = Array.from({ length: 300 }, (_, at) =>
  item(`i${at}`, { title: `Work ${at}`, rank: `a${`${at}`.padStart(4, "0")}`, likely: 5, percent: 0 }),
)
const model = timelineOf(items)
const sceneOf = (more: Partial<Scene> = {}): Scene => ({
  ...{ model, calendar: planFor(items).calendar, zoom: "week", links: true, nameWidth: 300, cursorId: null },
  ...{ selected: new Set<string>(), openId: null, linkId: null, sayDay: dayOf, ...more },
})
const idle = {
  ...{ gesture: null, tried: null, commit: vi.fn(), cancel: vi.fn(), begin: vi.fn(), onKeyDown: () => false },
  ...{ onPointerDown: vi.fn(), onPointerMove: vi.fn(), onPointerUp: vi.fn(), swallowsClick: () => false },
}
const mockActions = () => ({ onLink: vi.fn(), onCursor: vi.fn(), onSelect: vi.fn(), onOpen: vi.fn(), onFold: vi.fn() })
const chart = () => screen.getByRole("treegrid", { name: "Timeline" })
const press = (key: string, more: object = {}) => fireEvent.keyDown(chart(), { key, ...more })

function renderChart(more: Partial<Scene> = {}) {
  const actions = mockActions()
  render(<TimelineChart scene={sceneOf(more)} painter={createRef()} actions={idle} {...actions} />)
  return actions
}

afterEach(cleanup)

describe("the chart", () => {
  test("draws only the rows that can be seen, and counts all of them", () => {
    renderChart()
    expect(screen.getAllByRole("row").length).toBeLessThan(60)
    expect(chart().getAttribute("aria-rowcount")).toBe(`${model.rows.length + 1}`)
    expect(document.querySelectorAll("*").length).toBeLessThan(800)
  })
  test("says each row in words: dates, progress, what it lies in", () => {
    renderChart()
    const row = screen.getByRole("row", { name: /Work 0/ })
    expect(row.textContent).toContain("2026-03-02 to 2026-03-06, 0% done")
    expect(row.getAttribute("aria-level")).toBe("3")
    expect(screen.getByRole("row", { name: /Phase 1/ }).getAttribute("aria-expanded")).toBe("true")
  })
  test("goes through rows by keys, folds and opens them", () => {
    const { onCursor, onFold, onOpen } = renderChart({ cursorId: "sources" })
    press("ArrowDown")
    expect(onCursor).toHaveBeenLastCalledWith("i0")
    press("End")
    expect(onCursor).toHaveBeenLastCalledWith(model.rows.at(-1)?.id)
    press("ArrowLeft")
    expect(onFold).toHaveBeenCalledWith(model.rows[1])
    press("Enter")
    expect(onOpen).toHaveBeenCalledWith(model.rows[1])
  })
  test("selects a stretch of rows with Shift, and one with the space bar", () => {
    const { onSelect } = renderChart({ cursorId: "i0" })
    press("ArrowDown", { shiftKey: true })
    expect(onSelect).toHaveBeenLastCalledWith(new Set(["i0", "i1"]))
    press(" ")
    expect(onSelect).toHaveBeenLastCalledWith(new Set(["i0"]))
  })
  test("leaves the keys to a gesture that takes them", () => {
    const actions = mockActions()
    const onKeyDown = vi.fn(() => true)
    render(<TimelineChart scene={sceneOf()} painter={createRef()} actions={{ ...idle, onKeyDown }} {...actions} />)
    press("ArrowDown")
    expect(onKeyDown).toHaveBeenCalledWith(expect.anything(), 0)
    expect(actions.onCursor).not.toHaveBeenCalled()
  })
})

describe("the place that is looked at", () => {
  const painterWith = (scene: Scene) => {
    const box = document.createElement("div")
    const painter = new ChartPainter(box)
    painter.show(scene)
    return {
      box,
      painter,
      dayAtEdge: () => painter.currentScale().first + box.scrollLeft / painter.currentScale().perDay,
    }
  }
  test("is today at first", () => {
    const { box, painter } = painterWith(sceneOf())
    expect(box.scrollLeft).toBeCloseTo(Math.max(0, xOf(painter.currentScale(), model.today) - (1072 - 300) / 3), 0)
  })
  test("stays where it is when the plan changes, also when it begins earlier than before", () => {
    const { box, painter, dayAtEdge } = painterWith(sceneOf())
    box.scrollTop = 340
    box.scrollLeft = 500
    fireEvent.scroll(box)
    const day = dayAtEdge()
    const earlier: TimelineModel = timelineOf(items, {
      baseline: new Map([["sources", { start: dayOf(model.today - 400), finish: dayOf(model.today) }]]),
    })
    painter.show(sceneOf({ model: earlier }))
    expect(painter.currentScale().first).toBeLessThan(model.today - 300)
    expect(dayAtEdge()).toBeCloseTo(day, 1)
    expect(box.scrollTop).toBe(340)
  })
  test("keeps its middle when the zoom changes", () => {
    const { box, painter } = painterWith(sceneOf())
    box.scrollLeft = 800
    fireEvent.scroll(box)
    const middle = () =>
      painter.currentScale().first + (box.scrollLeft + (1072 - 300) / 2) / painter.currentScale().perDay
    const before = middle()
    painter.show(sceneOf({ zoom: "day" }))
    expect(middle()).toBeCloseTo(before, 1)
  })
})
