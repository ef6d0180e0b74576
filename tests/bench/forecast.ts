import { setTimeout as pause } from "node:timers/promises"
import { atMost } from "./lines"
import type { Line } from "./table"

const ROUNDS = 25

export type ForecastTarget = { readonly origin: string; readonly programmeId: string; readonly cookie: string }

type Item = { readonly id: string; readonly version: number; readonly status: string }

/** Measures previews of a moved item, which is what the timeline asks for while somebody drags, and a whole run. */
export async function measureForecast(target: ForecastTarget): Promise<readonly Line[]> {
  console.info("Measuring: forecast ...")
  const { items } = await asked<{ items: readonly Item[] }>(target, "GET", "/work-items")
  // As the page does when it opens; a hand takes its time before it drags.
  await asked(target, "GET", "/forecast")
  await pause(1_000)
  const open = items.filter(({ status }) => status !== "done" && status !== "dropped")
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { id, version } = open[(round * 37) % open.length] ?? { id: "", version: 1 }
    const day = `2027-0${1 + (round % 9)}-0${1 + (round % 7)}`
    const begun = performance.now()
    await asked(target, "POST", "/forecast-previews", { plan: { items: [{ id, version, startNoEarlierThan: day }] } })
    times.push(performance.now() - begun)
  }
  const [first, ...warm] = times
  const justAfter = await measureAfterChanges(target, open)
  const begun = performance.now()
  await asked(target, "POST", "/forecasts", {})
  const run = performance.now() - begun
  return [
    atMost(`forecast preview of a moved item, ${items.length.toLocaleString("en-GB")} items`, middle(warm), 150, "ms"),
    atMost("  the first one of a server", first, 150, "ms"),
    atMost("  just after somebody's change", justAfter, 150, "ms"),
    atMost("  forecast kept, 10,000 trials", run, 2_000, "ms"),
  ]
}

/** The middle one of previews that each follow a change of another item, so that nothing known of the plan still holds. */
async function measureAfterChanges(target: ForecastTarget, open: readonly Item[]): Promise<number> {
  const times: number[] = []
  for (const { id, version } of open.slice(-9)) {
    await asked(target, "PATCH", `/work-items/${id}`, { version, title: `Round ${times.length}` })
    const begun = performance.now()
    const [first] = open
    const item = { id: first?.id, version: first?.version, startNoEarlierThan: "2027-03-01" }
    await asked(target, "POST", "/forecast-previews", { plan: { items: [item] } })
    times.push(performance.now() - begun)
  }
  return middle(times)
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

async function asked<Value>(
  { origin, programmeId, cookie }: ForecastTarget,
  method: string,
  path: string,
  body?: object,
) {
  const response = await fetch(`${origin}/api/v1/programmes/${programmeId}${path}`, {
    method,
    headers: { cookie, origin, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  const value: Value = await response.json()
  return value
}
