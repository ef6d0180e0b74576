import { chromium, type Page } from "@playwright/test"
import { build } from "esbuild"
import { findBrowser } from "@/lib/serve/cli/browser"
import { median } from "../compare"
import { atMost } from "../lines"
import type { Line } from "../table"
import type { Drawn } from "./in-page"

const ROUNDS = 7
/** Frames are made as soon as there is something to draw: to wait for the beat of a screen would be measured as work. */
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  ...["--disable-gpu-vsync", "--disable-frame-rate-limit"],
]

/** The layout that the page's own styles give our chart. */
const LAYOUT = `
  * { box-sizing: border-box } body { margin: 0; font: 13px/20px sans-serif }
  #box { width: 1232px; height: 720px; overflow: auto; position: relative }
  .absolute { position: absolute } .relative { position: relative } .sticky { position: sticky; left: 0 }
  .top-0 { top: 0 } .flex { display: flex; align-items: center } .h-full { height: 100% } .flex-1 { flex: 1; min-width: 0 }
  .truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`

/** Our timeline beside another one in the same browser and run: from planned dates to painted, nodes, and a drag's preview. */
export async function measureTimeline(): Promise<readonly Line[]> {
  const executablePath = await findBrowser()
  if (!executablePath) return []
  console.info("Measuring: timeline ...")
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const { js, css } = await bundled()
    await page.setContent(`<style>${css}${LAYOUT}</style><div id="box"></div>`)
    await page.addScriptTag({ content: js })
    const lines = [...(await linesFor(page, 1_000, 60)), ...(await linesFor(page, 20_000, 100))]
    const preview = await page.evaluate<number>("window.lakewardTimeline.preview(1000)")
    return [...lines, atMost("preview of a drag, 1,000 items", preview, 16, "ms", 1)]
  } finally {
    await browser.close()
  }
}

async function linesFor(page: Page, count: number, goal: number): Promise<readonly Line[]> {
  const draw = (who: "ours" | "beside") => page.evaluate<Drawn>(`window.lakewardTimeline.${who}(${count})`)
  await draw("ours")
  await draw("beside")
  const rounds: { ours: Drawn; beside: Drawn }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ ours: await draw("ours"), beside: await draw("beside") })
  const ours = median(rounds.map((round) => round.ours.painted))
  const beside = median(rounds.map((round) => round.beside.painted))
  const name = `timeline, ${count.toLocaleString("en")} bars`
  return [
    atMost(`${name}: dates to painted`, ours, goal, "ms"),
    {
      ...{
        measure: `${name}: beside @svar-ui/react-gantt`,
        ours: `${ours.toFixed(0)} ms`,
        beside: `${beside.toFixed(0)} ms`,
      },
      ...{ ratio: (beside / ours).toFixed(2), goal: ">= 2", reached: beside / ours >= 2 },
    },
    atMost(`${name}: nodes`, Math.max(...rounds.map((round) => round.ours.mostNodes)), 1_500, ""),
  ]
}

async function bundled(): Promise<{ readonly js: string; readonly css: string }> {
  const { outputFiles } = await build({
    ...{ entryPoints: ["tests/bench/timeline/in-page.tsx"], outfile: "in-page.js", bundle: true, write: false },
    ...{ format: "iife", jsx: "automatic", minify: true, tsconfig: "tsconfig.json", logLevel: "error" },
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".svg": "empty" },
  })
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ""
  return { js: text(".js"), css: text(".css") }
}
