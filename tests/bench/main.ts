import { findBrowser } from "@/lib/serve/cli/browser"
import { RunningApp } from "../support/running-app"
import { type BareApp, buildBareApp, startBareApp } from "./bare-app"
import { measureFacts } from "./facts"
import { measureForecast } from "./forecast"
import { measureKernel } from "./kernel/measure"
import { atMost } from "./lines"
import { residentOf, watchMemory } from "./memory"
import { measurePage, type PageFigures } from "./page"
import { type BenchProgramme, loadProgramme } from "./programme"
import { compareServers } from "./server-lines"
import { type Line, printLine, printTable } from "./table"
import { measureTimeline } from "./timeline/measure"

/** The product on a programme of 1,000 items. */
type Served = { readonly app: RunningApp; readonly atStart: number | null; readonly programme: BenchProgramme }

process.on("SIGINT", () => process.exit(130))
let started: Promise<Served> | undefined
let bare: BareApp | undefined

/** Everything that is measured, by the name that `npm run bench -- <name> ...` asks for it. */
const parts: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  kernel: measureKernel,
  server: async () => {
    const { app, atStart, programme } = await served()
    await buildBareApp()
    bare = await startBareApp(app.databaseUrl, programme.id)
    const memory = watchMemory(app.pid)
    const lines = await compareServers(app.origin, bare.origin, programme)
    memory.stop()
    return [
      ...lines,
      atMost("app memory after start", atStart, 150, "MiB"),
      atMost("app memory under load", memory.peak(), 400, "MiB"),
    ]
  },
  stages: () => pageLines("Stages page, 1,000 items", "roadmap/stages", "[role=treegrid]"),
  timeline: async () => [
    ...(await pageLines("Timeline page, 1,000 items", "roadmap/timeline?open=all", "[role=treegrid]")),
    ...(await measureTimeline()),
  ],
  checklist: () => pageLines("Checklist page, 120 checks", "assurance", "main li"),
  evidence: () => pageLines("Evidence page, 200 pieces", "assurance/evidence", "main tbody tr"),
  forecast: async () => measureForecast(await targetOf()),
  facts: async () => measureFacts({ ...(await targetOf()), pid: (await served()).app.pid }),
}

/** Starts the product once, for the first that asks. */
function served(): Promise<Served> {
  started ??= (async () => {
    console.info("Building what is measured ...")
    const app = new RunningApp()
    await app.start()
    const atStart = residentOf(app.pid)
    return { app, atStart, programme: await loadProgramme(app.origin, app.databaseUrl) }
  })()
  return started
}

async function targetOf() {
  const { app, programme } = await served()
  return { origin: app.origin, programmeId: programme.id, cookie: programme.cookies[0] ?? "" }
}

async function pageLines(name: string, path: string, waitFor: string): Promise<readonly Line[]> {
  const browser = await findBrowser()
  const { origin, programmeId, cookie } = await targetOf()
  const seen: PageFigures | null = browser
    ? await measurePage(browser, `${origin}/programmes/${programmeId}/${path}`, cookie, waitFor)
    : null
  return [
    atMost(`${name}: largest paint`, seen?.largestPaint, 500, "ms"),
    atMost("  main thread blocked", seen?.blocked, 50, "ms"),
    atMost("  scripts, packed", seen?.scriptKib, 230, "KiB"),
    atMost("  nodes", seen?.nodes, 3_000, ""),
    atMost("  main-thread work a scroll frame", seen?.workPerFrame, 8, "ms", 1),
  ]
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`)
  process.exit(1)
}
const measured: Line[] = []
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.info(`Measuring: ${name} ...`)
    const lines = await measure()
    measured.push(...lines)
    for (const line of lines) printLine(line)
  }
} finally {
  printTable(measured)
  await bare?.stop()
  await (await started)?.app.remove()
}
