"use client"

import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import { createPortal } from "react-dom"
import { placeBeside } from "./popup/anchored"

type TooltipProps = {
  /** A few words that add to what is on screen; never the only place of a fact. */
  text: string
  children: ReactNode
  className?: string
}

const DELAY_MS = 350

/** A hint on hover and on keyboard focus, hidden by Escape. It describes what it wraps. */
export function Tooltip({ text, children, className }: TooltipProps) {
  const [shown, setShown] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  const later = () => {
    timer.current = setTimeout(() => setShown(true), DELAY_MS)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setShown(false)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [shown])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the wrapper only listens; what it wraps is the control
    <span
      ref={anchor}
      className={className ?? "inline-flex"}
      aria-describedby={shown ? id : undefined}
      onPointerEnter={later}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={() => setShown(true)}
      onBlur={hide}
    >
      {children}
      {shown ? createPortal(<TooltipBox id={id} text={text} anchor={anchor.current} />, document.body) : null}
    </span>
  )
}

function TooltipBox({ id, text, anchor }: { id: string; text: string; anchor: HTMLElement | null }) {
  const place = (node: HTMLDivElement | null) => {
    if (!node || !anchor) return
    const view = { width: window.innerWidth, height: window.innerHeight }
    const around = anchor.getBoundingClientRect()
    const spot = placeBeside(around, { width: node.offsetWidth, height: node.offsetHeight }, view, "start")
    node.style.left = `${spot.left}px`
    node.style.top = `${spot.top}px`
  }
  return (
    <div
      ref={place}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed top-0 left-0 z-[60] max-w-72 animate-rise rounded-md bg-ink px-2 py-1 text-meta text-surface"
    >
      {text}
    </div>
  )
}
