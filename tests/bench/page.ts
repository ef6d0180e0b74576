import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test"
import { median } from "./compare"
import { workPerFrameOf } from "./trace"

/** What a browser had to do for a page. Times in milliseconds. */
export type PageFigures = {
  readonly largestPaint: number
  readonly blocked: number
  /** Scripts as they came over the wire, packed. */
  readonly scriptKib: number
  readonly nodes: number
  readonly workPerFrame: number
}

const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
]
const VISITS = 5
const QUIET_MS = 2_000
/** For browser and server to be done with the visit before. */
const REST_MS = 1_000
const STEPS = 90

/**
 * Visits a page with the browser keeping nothing from before, several times after a first visit for which the server
 * loads the page's code, waits for what it is about, and scrolls. Null when there
 * is no such page.
 */
export async function measurePage(
  executablePath: string,
  url: string,
  cookie: string,
  waitFor: string,
): Promise<PageFigures | null> {
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    await look(browser, url, cookie, waitFor)
    const visits: PageFigures[] = []
    for (let visit = 0; visit < VISITS; visit += 1) {
      const seen = await look(browser, url, cookie, waitFor)
      if (!seen) return null
      visits.push(seen)
    }
    const of = (name: keyof PageFigures) => median(visits.map((visit) => visit[name]))
    return {
      ...{ largestPaint: of("largestPaint"), blocked: of("blocked"), scriptKib: of("scriptKib") },
      ...{ nodes: of("nodes"), workPerFrame: of("workPerFrame") },
    }
  } finally {
    await browser.close()
  }
}

async function look(browser: Browser, url: string, cookie: string, waitFor: string): Promise<PageFigures | null> {
  const [name = "", value = ""] = cookie.split("=")
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addCookies([{ name, value, url: new URL(url).origin }])
    const page = await context.newPage()
    await page.addInitScript(watchPaint)
    const scripts = await countScripts(await context.newCDPSession(page))
    await page.waitForTimeout(REST_MS)
    const answer = await page.goto(url)
    if (answer?.status() !== 200) return null
    await page.locator(waitFor).first().waitFor({ timeout: 30_000 })
    await page.waitForTimeout(QUIET_MS)
    const { paint, blocked } = await page.evaluate<typeof unseen>("window.lakewardSeen")
    const nodes = await page.evaluate<number>("document.querySelectorAll('*').length")
    const workPerFrame = await scroll(browser, page)
    return { largestPaint: paint, blocked, scriptKib: scripts() / 1024, nodes, workPerFrame }
  } finally {
    await context.close()
  }
}

const unseen = { paint: 0, blocked: 0 }

/** Runs in the page: notes the largest paint, and of every long task what is more than 50 ms. */
function watchPaint(): void {
  const seen = { paint: 0, blocked: 0 }
  Object.assign(window, { lakewardSeen: seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paint = entry.startTime
  }).observe({ type: "largest-contentful-paint", buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50)
  }).observe({ type: "longtask", buffered: true })
}

async function countScripts(session: CDPSession): Promise<() => number> {
  const scripts = new Set<string>()
  let bytes = 0
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)))
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await session.send("Network.enable")
  return () => bytes
}

async function scroll(browser: Browser, page: Page): Promise<number> {
  await page.mouse.move(720, 500)
  await browser.startTracing(page, { categories: ["toplevel", "cc"] })
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(0, 90)
    await page.waitForTimeout(16)
  }
  return workPerFrameOf(await browser.stopTracing())
}
