"use client"

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { ordinalOf } from "@/lib/base/kernel/day"
import type { AnalysedPlan } from "@/lib/plan/roadmap/plan"
import { isNoChange } from "@/lib/plan/roadmap/replan"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import { beginAt, changesPlan, dragged, type Gesture, ghostSpans } from "@/lib/plan/timeline/gesture"
import { hitAt } from "@/lib/plan/timeline/hit"
import { tryGesture } from "@/lib/plan/timeline/try-gesture"
import type { ChartPainter } from "../chart-painter"
import type { Ghost } from "../scene"
import type { TimelineNow } from "../use-timeline-model"
import { beginByKey, stepByKey } from "./gesture-keys"

/** A pointer must go this far before it means to drag, in pixels. */
const THRESHOLD = 4

type Hand = {
  readonly now: TimelineNow
  readonly painter: RefObject<ChartPainter | null>
  readonly selected: ReadonlySet<string>
  /** False for those who may only read. */
  readonly enabled: boolean
  readonly onCommit: (change: PlanChange) => void
}
/** Where a pointer took a bar, in pixels of the chart. */
type Taken = { readonly gesture: Gesture; readonly x: number; readonly y: number; moving: boolean }

/**
 * A gesture on the plan, from when it begins until it is committed or given up. A pointer that lets go asks once more,
 * so that what shifts can be read first.
 */
export function useGesture({ now, painter, selected, enabled, onCommit }: Hand) {
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const taken = useRef<Taken | null>(null)
  const point = useRef<{ x: number; y: number } | null>(null)
  const wasDrag = useRef(false)
  const { model, plan, parts } = now
  const tried = useMemo(
    () => (gesture && plan && changesPlan(gesture) ? tryGesture(gesture, model, { parts, plan }) : null),
    [gesture, model, parts, plan],
  )
  const ghost = useMemo((): Ghost | null => {
    if (!gesture || !plan) return null
    const after = tried?.ok ? placesIn(tried.value.plan) : null
    const from = gesture.kind === "link" ? model.indexOf.get(gesture.from) : undefined
    const to = gesture.kind === "link" && gesture.to !== null ? model.indexOf.get(gesture.to) : undefined
    const end = to ?? point.current
    const link = from !== undefined && end !== null ? { from, to: end } : null
    const taken = [...ghostSpans(gesture, model, plan.calendar)].map(([id, asked]) => {
      const row = model.rows[model.indexOf.get(id) ?? -1]
      return [id, (row && after?.(row).span) ?? asked] as const
    })
    return { taken: new Map(taken), after, link }
  }, [gesture, plan, tried, model])
  useLayoutEffect(() => painter.current?.showGhost(ghost), [painter, ghost])

  const end = () => {
    taken.current = null
    point.current = null
    setGesture(null)
  }
  const commit = () => {
    if (tried?.ok && !isNoChange(tried.value.change)) {
      onCommit(tried.value.change)
      end()
    }
  }
  const onKeyDown = (event: KeyboardEvent, at: number): boolean => {
    if (!enabled || !plan) return false
    if (!gesture) {
      const begun = beginByKey(event, model, at, selected)
      if (begun) setGesture(begun)
      return begun !== null
    }
    const step = stepByKey(event, gesture, model, plan.calendar)
    if (step.act === "go") {
      setGesture(step.gesture)
      if (step.reveal !== undefined) painter.current?.reveal(step.reveal)
    } else if (step.act === "commit") commit()
    else if (step.act === "cancel") end()
    return step.act !== "none" || event.key.startsWith("Arrow")
  }
  /** Begins what a key is for on a row, wherever the focus is. */
  const begin = (key: "m" | "r" | "l", at: number) => {
    const plain = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
    if (enabled && plan && !gesture) setGesture(beginByKey(plain, model, at, selected))
  }
  const onPointerDown = (event: PointerEvent) => {
    wasDrag.current = false
    painter.current?.leave()
    const at = painter.current?.pointAt(event.clientX, event.clientY)
    const scale = painter.current?.currentScale()
    const ours = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
    if (!enabled || !at?.inChart || !scale || !ours || event.pointerType === "touch") return
    const hit = hitAt(model.rows, scale, at.x, at.y)
    const begun = hit && beginAt(hit, model.rows, selected)
    if (begun) taken.current = { gesture: begun, x: at.x, y: at.y, moving: false }
  }
  const onPointerMove = (event: PointerEvent) => {
    const held = taken.current
    if (!held) return gesture ? undefined : painter.current?.hover(event.clientX, event.clientY, enabled)
    const at = painter.current?.pointAt(event.clientX, event.clientY)
    const scale = painter.current?.currentScale()
    if (!at || !scale || !plan) return
    if (!held.moving) {
      if (Math.hypot(at.x - held.x, at.y - held.y) < THRESHOLD) return
      held.moving = true
      wasDrag.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    const moved = (at.x - held.x) / scale.perDay
    const next = dragged(held.gesture, model, plan.calendar, { moved, over: model.rows[at.row] })
    point.current = { x: at.x, y: at.y }
    if (next.kind === "link" || !gesture || !isSame(next, gesture)) setGesture(next)
  }
  const onPointerUp = () => {
    const held = taken.current
    taken.current = null
    point.current = null
    if (held?.moving && (!gesture || !changesPlan(gesture))) end()
  }
  return {
    ...{ gesture, tried, commit, cancel: end, begin, onKeyDown, onPointerDown, onPointerMove, onPointerUp },
    /** Whether the press that ends in this click was a drag; a click that was means nothing. */
    swallowsClick: () => wasDrag.current,
  }
}

/** Where rows and gates lie in a plan, looked up for those that are drawn. */
function placesIn({ analysis }: AnalysedPlan): NonNullable<Ghost["after"]> {
  return ({ id, kind, gate }) => {
    const dates = analysis[kind === "item" ? "items" : kind === "workstream" ? "workstreams" : "phases"].get(id)
    const day = gate ? analysis.gates.get(gate.id) : undefined
    return {
      span: dates ? { start: ordinalOf(dates.start), finish: ordinalOf(dates.finish) } : null,
      gate: day ? ordinalOf(day) : null,
    }
  }
}

export type GestureActions = ReturnType<typeof useGesture>

const isSame = (one: Gesture, other: Gesture): boolean =>
  one.kind !== "link" && other.kind === one.kind && one.days === other.days
