import { findBrowser } from "@/lib/cli/browser"
import { RunningApp } from "../support/running-app"
import { type BareApp, buildBareApp, startBareApp } from "./bare-app"
import { measureFacts } from "./facts"
import { measureForecast } from "./forecast"
import { measureKernel } from "./kernel/measure"
import { atMost } from "./lines"
import { residentOf, watchMemory } from "./memory"
import { type BenchProgramme, loadProgramme } from "./programme"
import { compareServers } from "./server-lines"
import { measureStagesPage, type PageFigures } from "./stages-page"
import { type Line, printTable } from "./table"
import { measureTimeline } from "./timeline/measure"

process.on("SIGINT", () => process.exit(130))
const app = new RunningApp()
let bare: BareApp | undefined
async function measure(): Promise<readonly Line[]> {
  const kernel = await measureKernel()
  console.info("Building what is measured ...")
  await buildBareApp()
  await app.start()
  const atStart = residentOf(app.pid)
  const programme = await loadProgramme(app.origin, app.databaseUrl)
  bare = await startBareApp(app.databaseUrl, programme.id)
  const memory = watchMemory(app.pid)
  const served = await compareServers(app.origin, bare.origin, programme)
  memory.stop()
  const pages = pageLines(await measurePage(programme, "stages"))
  const timeline = [...timelinePageLines(await measurePage(programme, "timeline")), ...(await measureTimeline())]
  const { id: programmeId, cookies } = programme
  const forecast = await measureForecast({ origin: app.origin, programmeId, cookie: cookies[0] ?? "" })
  const facts = await measureFacts({ origin: app.origin, pid: app.pid, programmeId, cookie: cookies[0] ?? "" })
  return [...kernel, ...served, ...memoryLines(atStart, memory.peak()), ...pages, ...timeline, ...forecast, ...facts]
}

async function measurePage({ id, cookies }: BenchProgramme, page: "stages" | "timeline"): Promise<PageFigures | null> {
  const browser = await findBrowser()
  if (!browser) return null
  console.info(`Measuring: ${page} page ...`)
  return measureStagesPage(
    browser,
    `${app.origin}/programmes/${id}/roadmap/${page}${page === "timeline" ? "?open=all" : ""}`,
    cookies[0] ?? "",
  )
}

const memoryLines = (atStart: number | null, underLoad: number | null): readonly Line[] => [
  atMost("app memory after start", atStart, 150, "MiB"),
  atMost("app memory under load", underLoad, 400, "MiB"),
]

const pageLines = (figures: PageFigures | null): readonly Line[] => [
  atMost("Stages page, 1,000 items: largest paint", figures?.largestPaint, 500, "ms"),
  atMost("  main thread blocked", figures?.blocked, 50, "ms"),
  atMost("  scripts, packed", figures?.scriptKib, 230, "KiB"),
  atMost("  nodes", figures?.nodes, 3_000, ""),
  atMost("  main-thread work a scroll frame", figures?.workPerFrame, 8, "ms", 1),
]

const timelinePageLines = (figures: PageFigures | null): readonly Line[] => [
  atMost("Timeline page, 1,000 items: largest paint", figures?.largestPaint, 500, "ms"),
  atMost("  main thread blocked", figures?.blocked, 50, "ms"),
  atMost("  main-thread work a scroll frame", figures?.workPerFrame, 8, "ms", 1),
]

try {
  printTable(await measure())
} finally {
  await bare?.stop()
  await app.remove()
}
