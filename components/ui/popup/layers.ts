import { type RefObject, useEffect, useEffectEvent } from "react"

type Layer = {
  /** Parts that belong to the layer: a press inside any of them leaves it open. */
  holds: (target: Node) => boolean
  close: (how: "escape" | "outside") => void
}

const stack: Layer[] = []

function onKeyDown(event: KeyboardEvent) {
  const top = stack[stack.length - 1]
  if (event.key !== "Escape" || !top) return
  event.preventDefault()
  event.stopPropagation()
  top.close("escape")
}

function onPointerDown(event: PointerEvent) {
  const { target } = event
  if (!(target instanceof Node)) return
  for (const layer of [...stack].reverse()) {
    if (layer.holds(target)) return
    layer.close("outside")
  }
}

function push(layer: Layer) {
  if (stack.length === 0) {
    document.addEventListener("keydown", onKeyDown, true)
    document.addEventListener("pointerdown", onPointerDown, true)
  }
  stack.push(layer)
  return () => {
    stack.splice(stack.indexOf(layer), 1)
    if (stack.length > 0) return
    document.removeEventListener("keydown", onKeyDown, true)
    document.removeEventListener("pointerdown", onPointerDown, true)
  }
}

/**
 * One stack for all floating layers: Escape closes the topmost only and goes no further; a press outside closes every
 * layer that does not hold it, from the top down.
 */
export function useLayer(
  open: boolean,
  parts: readonly RefObject<HTMLElement | null>[],
  onClose: (how: "escape" | "outside") => void,
): void {
  const close = useEffectEvent(onClose)
  const holds = useEffectEvent((target: Node) => parts.some((part) => part.current?.contains(target)))
  useEffect(() => {
    if (!open) return
    return push({ holds: (target) => holds(target), close: (how) => close(how) })
  }, [open])
}
