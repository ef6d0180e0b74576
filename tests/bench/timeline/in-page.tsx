import { Gantt } from "@svar-ui/react-gantt"
import { createRoot } from "react-dom/client"
import { ChartPainter } from "@/components/plan/timeline/chart-painter"
import type { Scene } from "@/components/plan/timeline/scene"
import { dayOf } from "@/lib/base/kernel/day"
import { type AnalysedPlan, analysisOf } from "@/lib/plan/roadmap/plan"
import { modelOf } from "@/lib/plan/timeline/model"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import { tryGesture } from "@/lib/plan/timeline/try-gesture"
import "@svar-ui/react-gantt/all.css"
import { type BenchPlan, benchPlan, today } from "./plan"

/** What one drawing of a plan took, in milliseconds, and how many nodes stand then. */
export type Drawn = { readonly painted: number; readonly nodes: number; readonly mostNodes: number }

const box = () => document.querySelector<HTMLElement>("#box") ?? document.body
/** Resolves when the frame that is being made has been handed to the screen. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve()
      channel.port2.postMessage(null)
    }),
  )
const nodesIn = () => box().querySelectorAll("*").length

const plans = new Map<number, BenchPlan & { readonly plan: AnalysedPlan }>()
function planFor(count: number) {
  const known = plans.get(count)
  if (known) return known
  const made = benchPlan(count)
  const plan = analysisOf({ ...made.roadmap, items: made.items }, today)
  if (!plan.ok) throw new Error(plan.refusal)
  const planned = { ...made, plan: plan.value }
  plans.set(count, planned)
  return planned
}

const sceneOf = (model: TimelineModel, plan: AnalysedPlan): Scene => ({
  ...{ model, calendar: plan.calendar, zoom: "month", links: true, nameWidth: 300 },
  ...{ cursorId: null, selected: new Set<string>(), openId: null, linkId: null, sayDay: dayOf },
})
const modelFor = (count: number) => modelOf(planFor(count), { test: null, isExpanded: () => true, criticalOnly: false })

/** Ours: from planned dates to pixels, then a scroll through it that counts the nodes. */
async function ours(count: number): Promise<Drawn> {
  const { plan } = planFor(count)
  await painted()
  const begun = performance.now()
  const painter = new ChartPainter(box())
  painter.show(sceneOf(modelFor(count), plan))
  await painted()
  const took = performance.now() - begun
  const nodes = nodesIn()
  let mostNodes = nodes
  for (let step = 0; step < 20; step += 1) {
    box().scrollTop += 700
    await painted()
    mostNodes = Math.max(mostNodes, nodesIn())
  }
  painter.end()
  box().scrollTo(0, 0)
  return { painted: took, nodes, mostNodes }
}

/** The same plan in the other component, with its usual columns, cells and links. */
async function beside(count: number): Promise<Drawn> {
  const { plan, roadmap, items } = planFor(count)
  const tasks = items.map(({ id, title, percent }) => {
    const dates = plan.analysis.items.get(id)
    const start = new Date(`${dates?.start}T00:00:00`)
    return { id, text: title, start, end: new Date(`${dates?.finish}T23:59:59`), progress: percent, type: "task" }
  })
  const kinds = { FS: "e2s", SS: "s2s", FF: "e2e", SF: "s2e" } as const
  const links = roadmap.links.map(({ id, from, to, type }) => ({
    ...{ id, source: from.id, target: to.id, type: kinds[type] },
  }))
  const scales = [{ unit: "month" as const, step: 1, format: "%M %Y" }]
  await painted()
  const begun = performance.now()
  const root = createRoot(box())
  root.render(<Gantt tasks={tasks} links={links} scales={scales} cellWidth={98} cellHeight={34} />)
  while (box().querySelectorAll(".wx-bar").length === 0) await painted()
  await painted()
  const took = performance.now() - begun
  const nodes = nodesIn()
  root.unmount()
  await painted()
  return { painted: took, nodes, mostNodes: nodes }
}

/** The longest of some previews of a drag by different distances. */
function preview(count: number): number {
  const { plan, roadmap, items } = planFor(count)
  const model = modelFor(count)
  const took = [1, 2, 3, 4, 5, 6, 7].map((days) => {
    const begun = performance.now()
    tryGesture({ kind: "move", ids: ["i1"], days }, model, { parts: { ...roadmap, items }, plan })
    return performance.now() - begun
  })
  return took.sort((a, b) => a - b)[3] ?? 0
}

Object.assign(window, { lakewardTimeline: { ours, beside, preview } })
