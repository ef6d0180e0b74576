"use client"

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react"

/** Every row is this high, in pixels; the same as `--row`. */
export const ROW_HEIGHT = 34
const OVERSCAN = 6
const BLOCK = 4
const UNMEASURED = { width: 1072, height: 720 }

/** First and one-past-last row to draw for a scroll position; moves in blocks so that most scroll events change nothing. */
function windowAt(scrollTop: number, height: number, count: number): { first: number; last: number } {
  const top = Math.floor(scrollTop / ROW_HEIGHT / BLOCK) * BLOCK
  const visible = Math.ceil(height / ROW_HEIGHT) + BLOCK
  const first = Math.max(0, Math.min(top - OVERSCAN, count - visible))
  return { first, last: Math.min(count, top + visible + OVERSCAN) }
}

/** The scroll position that shows a row, or null when it already stands between header and footer. */
function scrollToShow(index: number, scrollTop: number, height: number, header: number): number | null {
  const top = index * ROW_HEIGHT
  const room = Math.max(ROW_HEIGHT, height - header)
  if (top < scrollTop) return top
  if (top + ROW_HEIGHT > scrollTop + room) return top + ROW_HEIGHT - room
  return null
}

/**
 * Which rows of a scrolling box to draw, its size, and a way to bring a row into view. Sizes come from a ResizeObserver,
 * so scrolling reads nothing but the scroll position; where there is none (tests) a usual window is assumed.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number, headerAndFooter: number) {
  const [size, setSize] = useState(UNMEASURED)
  const [place, setPlace] = useState(0)
  const height = useRef(UNMEASURED.height)

  useLayoutEffect(() => {
    const node = box.current
    if (!node || typeof ResizeObserver === "undefined") return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height: tall } = entry.contentRect
      height.current = tall
      setSize((was) => (was.width === width && was.height === tall ? was : { width, height: tall }))
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [box])

  const follow = useCallback((scrollTop: number) => {
    setPlace(Math.floor(scrollTop / ROW_HEIGHT / BLOCK) * BLOCK * ROW_HEIGHT)
  }, [])
  const show = useCallback(
    (index: number) => {
      const node = box.current
      if (!node) return
      const to = scrollToShow(index, node.scrollTop, height.current, headerAndFooter)
      if (to === null) return
      node.scrollTop = to
      follow(to)
    },
    [box, follow, headerAndFooter],
  )
  const page = Math.max(1, Math.floor((size.height - headerAndFooter) / ROW_HEIGHT) - 1)
  return { ...windowAt(place, size.height, count), width: size.width, page, follow, show }
}
