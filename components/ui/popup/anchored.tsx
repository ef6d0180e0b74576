"use client"

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react"
import { createPortal } from "react-dom"
import { cn } from "../class-names"
import { useLayer } from "./layers"

export type Align = "start" | "end"

type AnchoredProps = {
  anchor: RefObject<HTMLElement | null>
  onClose: (how: "escape" | "outside") => void
  align?: Align
  /** At least as wide as the anchor. */
  matchWidth?: boolean
  className?: string
  children: ReactNode
}

const GAP = 4
const MARGIN = 8

/** Below the anchor where there is room, else above; never outside the window. Fixed coordinates in pixels. */
export function placeBeside(
  anchor: { left: number; right: number; top: number; bottom: number },
  popup: { width: number; height: number },
  view: { width: number; height: number },
  align: Align,
): { left: number; top: number; side: "below" | "above" } {
  const below = view.height - anchor.bottom - GAP - MARGIN
  const above = anchor.top - GAP - MARGIN
  const side = popup.height > below && above > below ? "above" : "below"
  const wished = align === "start" ? anchor.left : anchor.right - popup.width
  const left = Math.max(MARGIN, Math.min(wished, view.width - popup.width - MARGIN))
  const top = side === "below" ? anchor.bottom + GAP : Math.max(MARGIN, anchor.top - GAP - popup.height)
  return { left, top, side }
}

/** A raised surface in a portal, kept beside its anchor while things scroll or resize, and closed by Escape or a press outside. */
export function Anchored({ anchor, onClose, align = "start", matchWidth = false, className, children }: AnchoredProps) {
  const popup = useRef<HTMLDivElement>(null)
  useLayer(true, [popup, anchor], onClose)
  useLayoutEffect(() => {
    const place = () => {
      if (!popup.current || !anchor.current) return
      const around = anchor.current.getBoundingClientRect()
      if (matchWidth) popup.current.style.minWidth = `${around.width}px`
      const size = { width: popup.current.offsetWidth, height: popup.current.offsetHeight }
      const spot = placeBeside(around, size, { width: window.innerWidth, height: window.innerHeight }, align)
      popup.current.style.left = `${spot.left}px`
      popup.current.style.top = `${spot.top}px`
    }
    place()
    const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(place)
    if (popup.current) sizes?.observe(popup.current)
    window.addEventListener("scroll", place, { capture: true, passive: true })
    window.addEventListener("resize", place)
    return () => {
      sizes?.disconnect()
      window.removeEventListener("scroll", place, { capture: true })
      window.removeEventListener("resize", place)
    }
  }, [anchor, align, matchWidth])

  if (typeof document === "undefined") return null
  const host = anchor.current?.closest("dialog[open]") ?? document.body
  return createPortal(
    <div
      ref={popup}
      className={cn(
        "fixed top-0 left-0 z-50 max-h-[min(420px,calc(100vh-16px))] max-w-[calc(100vw-16px)] animate-rise overflow-y-auto overscroll-contain rounded-lg border border-line-strong bg-raised text-body text-ink shadow-float",
        className,
      )}
    >
      {children}
    </div>,
    host,
  )
}
