"use client"

import { useShortcut } from "@/components/shell/shortcuts"
import { stepZoom } from "@/lib/plan/timeline/time-scale"
import type { GestureActions } from "./gestures/use-gesture"
import type { ViewInAddress } from "./use-timeline-view"

type TimelineKeys = {
  readonly view: ViewInAddress
  readonly actions: GestureActions
  readonly toToday: () => void
  readonly mayEdit: boolean
  /** The row that keys act on. */
  readonly at: number
}

/** The keys of the page, wherever the focus is; the help lists them. */
export function useTimelineKeys({ view, actions, toToday, mayEdit, at }: TimelineKeys): void {
  const isChart = view.look === "chart"
  const from = view.zoom === "fit" ? "month" : view.zoom
  useShortcut("t", "Go to today", toToday, { enabled: isChart })
  useShortcut("=", "Zoom in", () => view.setZoom(stepZoom(from, -1)), { enabled: isChart })
  useShortcut("-", "Zoom out", () => view.setZoom(stepZoom(from, 1)), { enabled: isChart })
  const take = (key: "m" | "r" | "l") => {
    document.querySelector<HTMLElement>("[role=treegrid]")?.focus({ preventScroll: true })
    actions.begin(key, at)
  }
  const editing = { enabled: isChart && mayEdit }
  useShortcut("m", "Move the bar with the arrow keys", () => take("m"), editing)
  useShortcut("r", "Resize the bar", () => take("r"), editing)
  useShortcut("l", "Add successor", () => take("l"), editing)
}
