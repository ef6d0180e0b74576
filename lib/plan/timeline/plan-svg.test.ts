import { describe, expect, test } from "vitest"
import { ROW_HEIGHT } from "./marks"
import { planSvg } from "./plan-svg"
import { sheetOf } from "./sheet"
import { item, timelineOf } from "./test-timeline"
import { pixelsPerDay, scaleFor } from "./time-scale"

const sheet = (titles: readonly string[]) => {
  const model = timelineOf(
    titles.map((title, index) => item(`i${index}`, { title, rank: `a${index}`, percent: 50, status: "in_progress" })),
  )
  const scale = scaleFor(model.extent.start, model.extent.finish, pixelsPerDay.month)
  const options = {
    title: "Northbridge",
    subtitle: "2 Mar",
    legend: "Solid = done.",
    scale,
    calendar: null,
    links: true,
  }
  return { model, made: sheetOf(model, options) }
}

describe("the picture of the whole plan", () => {
  test("has room for every row and names each", () => {
    const { model, made } = sheet(["Obtain approval", "Open the firewall"])
    expect(made.height).toBeGreaterThan(model.rows.length * ROW_HEIGHT)
    const svg = planSvg(made)
    for (const { name } of model.rows) expect(svg).toContain(`>${name}<`)
    expect(svg).toContain(">today<")
    expect(svg).toContain("Solid = done.")
  })
  test("lets no name break out of its letters", () => {
    const svg = planSvg(sheet(['<script>alert("1")</script>', "a & b\u0000"]).made)
    expect(svg).not.toContain("<script")
    expect(svg).toContain("a &amp; b ")
  })
  test("cuts names that are too long for their column", () => {
    const svg = planSvg(sheet(["A name that goes on and on until it is far too long for its column"]).made)
    expect(svg).toMatch(/>A name that goes on and on [a-z ]*…</)
  })
})
