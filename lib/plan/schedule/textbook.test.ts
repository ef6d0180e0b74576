import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type Analysis, analyse } from "./analysis"
import type { ScheduleOptions } from "./network"
import { calendarOf, fromMonday, item, network } from "./test-network"
import { analyseTicks } from "./tick-analysis"
import { TICKS_PER_DAY } from "./work-time"

const of = (items: Record<string, number>, links: string) =>
  network({
    items: Object.entries(items).map(([id, days]) => item(id, days)),
    links: links
      .split(",")
      .map((link) => link.trim())
      .filter(Boolean),
  })

/** ES, EF, LS, LF, total slack, free slack of every activity, in periods from the start. */
function table(plan: ReturnType<typeof of>): Record<string, number[]> {
  const found = analyseTicks(plan, fromMonday)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return Object.fromEntries(
    [...found.value.itemTicks].map(([id, t]) => [
      id,
      [t.earlyStart, t.earlyFinish, t.lateStart, t.lateFinish, t.totalSlack, t.freeSlack].map(
        (ticks) => ticks / TICKS_PER_DAY,
      ),
    ]),
  )
}

function analysed(plan: ReturnType<typeof of>, options: ScheduleOptions): Analysis {
  const found = analyse(plan, options)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

const criticalIds = ({ itemSlack }: Analysis) => [...itemSlack].filter(([, { critical }]) => critical).map(([id]) => id)

/** J. Heizer and B. Render, Operations Management, the chapter on project management: Milwaukee Paper, in weeks. */
describe("the eight activities of Milwaukee Paper", () => {
  const plan = of(
    { A: 2, B: 3, C: 2, D: 4, E: 4, F: 3, G: 5, H: 2 },
    "A FS C, A FS D, B FS D, C FS E, C FS F, D FS G, E FS G, F FS H, G FS H",
  )
  test("have the times and slack of the book", () => {
    expect(table(plan)).toEqual({
      A: [0, 2, 0, 2, 0, 0],
      B: [0, 3, 1, 4, 1, 0],
      C: [2, 4, 2, 4, 0, 0],
      D: [3, 7, 4, 8, 1, 1],
      E: [4, 8, 4, 8, 0, 0],
      F: [4, 7, 10, 13, 6, 6],
      G: [8, 13, 8, 13, 0, 0],
      H: [13, 15, 13, 15, 0, 0],
    })
  })
  test("are critical along A, C, E, G, H", () => {
    const found = analysed(plan, fromMonday)
    expect(criticalIds(found).join("")).toBe("ACEGH")
    expect([...found.criticalLinks].sort()).toEqual(["A FS C", "C FS E", "E FS G", "G FS H"])
  })
})

/** F. S. Hillier and G. J. Lieberman, Introduction to Operations Research (7th ed. 2001), Reliable Construction, weeks. */
describe("the fourteen activities of Reliable Construction", () => {
  const plan = of(
    { A: 2, B: 4, C: 10, D: 6, E: 4, F: 5, G: 7, H: 9, I: 7, J: 8, K: 4, L: 5, M: 2, N: 6 },
    `A FS B, B FS C, C FS D, C FS E, E FS F, D FS G, E FS H, G FS H, C FS I, F FS J, I FS J, J FS K, J FS L, H FS M,
     K FS N, L FS N`,
  )
  test("have the times and slack of the book", () => {
    expect(table(plan)).toEqual({
      A: [0, 2, 0, 2, 0, 0],
      B: [2, 6, 2, 6, 0, 0],
      C: [6, 16, 6, 16, 0, 0],
      D: [16, 22, 20, 26, 4, 0],
      E: [16, 20, 16, 20, 0, 0],
      F: [20, 25, 20, 25, 0, 0],
      G: [22, 29, 26, 33, 4, 0],
      H: [29, 38, 33, 42, 4, 0],
      I: [16, 23, 18, 25, 2, 2],
      J: [25, 33, 25, 33, 0, 0],
      K: [33, 37, 34, 38, 1, 1],
      L: [33, 38, 33, 38, 0, 0],
      M: [38, 40, 42, 44, 4, 4],
      N: [38, 44, 38, 44, 0, 0],
    })
  })
  test("are critical along A, B, C, E, F, J, L, N", () => {
    expect(criticalIds(analysed(plan, fromMonday)).join("")).toBe("ABCEFJLN")
  })
})

const widget = {
  ...{ approve: 5, drawings: 10, study: 5, specs: 5, prototype: 15, strategy: 10, materials: 10, facility: 10 },
  ...{ production: 10, evaluate: 10, trial: 15, changes: 5, release: 0, marketing: 0 },
}
const widgetLinks = `approve FS drawings, approve FS study, approve FS specs, drawings FS prototype, study FS strategy,
  specs FS prototype, strategy FS trial, strategy FS marketing, materials FS production, production FS trial,
  production FS marketing, production FS evaluate, changes FS release`
const december = day("2003-12-01")

/**
 * SAS/OR User's Guide: Project Management (SAS Institute, 2011), example 4.6: a widget is made, on weekdays.
 * The guide shows its two milestones by the beginning of the next day (8 March, 9 February); here the same moments are
 * told by the day that ends with them, as project files have it.
 */
describe("the widget of the SAS guide, planned on weekdays", () => {
  const plan = of(
    widget,
    `${widgetLinks}, prototype FS materials, prototype FS facility, facility FS production, evaluate FS changes,
     trial FS changes`,
  )
  const options = { ...fromMonday, programmeStart: december, statusDate: december }
  const { itemSlack } = analysed(plan, options)

  test.each([
    ["approve", "2003-12-01", "2003-12-05", "2003-12-01", "2003-12-05", 0, 0],
    ["drawings", "2003-12-08", "2003-12-19", "2003-12-08", "2003-12-19", 0, 0],
    ["study", "2003-12-08", "2003-12-12", "2004-01-19", "2004-01-23", 30, 0],
    ["specs", "2003-12-08", "2003-12-12", "2003-12-15", "2003-12-19", 5, 5],
    ["prototype", "2003-12-22", "2004-01-09", "2003-12-22", "2004-01-09", 0, 0],
    ["strategy", "2003-12-15", "2003-12-26", "2004-01-26", "2004-02-06", 30, 30],
    ["materials", "2004-01-12", "2004-01-23", "2004-01-12", "2004-01-23", 0, 0],
    ["facility", "2004-01-12", "2004-01-23", "2004-01-12", "2004-01-23", 0, 0],
    ["production", "2004-01-26", "2004-02-06", "2004-01-26", "2004-02-06", 0, 0],
    ["evaluate", "2004-02-09", "2004-02-20", "2004-02-16", "2004-02-27", 5, 5],
    ["trial", "2004-02-09", "2004-02-27", "2004-02-09", "2004-02-27", 0, 0],
    ["changes", "2004-03-01", "2004-03-05", "2004-03-01", "2004-03-05", 0, 0],
    ["release", "2004-03-05", "2004-03-05", "2004-03-05", "2004-03-05", 0, 0],
    ["marketing", "2004-02-06", "2004-02-06", "2004-03-05", "2004-03-05", 20, 20],
  ])("%s", (id, earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack) => {
    const critical = totalSlack === 0
    const expected = { earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack, critical }
    expect(itemSlack.get(id)).toEqual(expected)
  })
})

/** The network, lags and holidays of example 8.20 of the same guide; its times worked by hand from the definitions. */
describe("the widget of the SAS guide with lags on starts and finishes", () => {
  const plan = of(
    widget,
    `${widgetLinks}, prototype SS9 materials, prototype SS9 facility, facility FS2 production, evaluate SS6 changes,
     trial FF3 changes`,
  )
  test("has these times and slack", () => {
    expect(table(plan)).toEqual({
      approve: [0, 5, 0, 5, 0, 0],
      drawings: [5, 15, 5, 15, 0, 0],
      study: [5, 10, 31, 36, 26, 0],
      specs: [5, 10, 10, 15, 5, 5],
      prototype: [15, 30, 15, 30, 0, 0],
      strategy: [10, 20, 36, 46, 26, 26],
      materials: [24, 34, 26, 36, 2, 2],
      facility: [24, 34, 24, 34, 0, 0],
      production: [36, 46, 36, 46, 0, 0],
      evaluate: [46, 56, 53, 63, 7, 7],
      trial: [46, 61, 46, 61, 0, 0],
      changes: [59, 64, 59, 64, 0, 0],
      release: [64, 64, 64, 64, 0, 0],
      marketing: [46, 46, 64, 64, 18, 18],
    })
  })
  test("lies around Christmas and New Year", () => {
    const holidays = ["2003-12-24", "2003-12-25", "2003-12-26", "2004-01-01"].map((text) => day(text))
    const calendar = calendarOf({ weekend: [6, 7], holidays })
    const { items } = analysed(plan, { programmeStart: december, statusDate: december, calendar })
    expect(items.get("prototype")).toEqual({ start: "2003-12-22", finish: "2004-01-15" })
    expect(items.get("trial")).toEqual({ start: "2004-02-09", finish: "2004-02-27" })
    expect(items.get("changes")).toEqual({ start: "2004-02-26", finish: "2004-03-03" })
  })
})

/** The network worked by hand for the forward pass, now in both directions, with a start to finish link and leads. */
test("a network of all four link types has these times and slack", () => {
  const plan = of({ a: 10, b: 6, c: 4, d: 5, e: 3 }, "a SS3 b, a FF2 b, b FS-2 c, b SS1 d, c FF4 d, d SF8 e")
  expect(table(plan)).toEqual({
    a: [0, 10, 0, 10, 0, 0],
    b: [6, 12, 6, 12, 0, 0],
    c: [10, 14, 10, 14, 0, 0],
    d: [13, 18, 13, 18, 0, 0],
    e: [18, 21, 18, 21, 0, 0],
  })
  const looser = of({ a: 10, b: 6, c: 4, d: 5, e: 3, f: 4 }, "a SS3 b, b FS-2 c, b SS1 d, c FF4 d, a SF6 f, f SS1 e")
  expect(table(looser)).toEqual({
    a: [0, 10, 0, 10, 0, 0],
    b: [3, 9, 3, 9, 0, 0],
    c: [7, 11, 7, 11, 0, 0],
    d: [10, 15, 10, 15, 0, 0],
    e: [3, 6, 12, 15, 9, 9],
    f: [2, 6, 11, 15, 9, 0],
  })
})
