"use client"

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react"
import { type Align, Anchored } from "./popup/anchored"
import { focusFirstIn } from "./popup/focus"

/** Spread onto the button that opens a popup. */
export type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>
  onClick: () => void
  "aria-haspopup": "dialog" | "menu"
  "aria-expanded": boolean
  "aria-controls": string | undefined
}

type PopoverProps = {
  /** Names the popup for assistive technology. */
  label: string
  trigger: (props: TriggerProps) => ReactNode
  /** What is inside; `close` returns the focus to the button. */
  children: (close: () => void) => ReactNode
  align?: Align
  className?: string
}

/** A small surface beside a button, not modal: focus goes in, Escape or leaving closes it. */
export function Popover({ label, trigger, children, align = "start", className }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      {trigger({
        ref: button,
        onClick: () => setOpen((was) => !was),
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
      })}
      {open ? (
        <Anchored
          anchor={button}
          align={align}
          onClose={(how) => (how === "escape" ? close() : setOpen(false))}
          {...(className ? { className } : {})}
        >
          <PopoverBody id={id} label={label} onLeave={() => setOpen(false)}>
            {children(close)}
          </PopoverBody>
        </Anchored>
      ) : null}
    </>
  )
}

type PopoverBodyProps = { id: string; label: string; onLeave: () => void; children: ReactNode }

function PopoverBody({ id, label, onLeave, children }: PopoverBodyProps) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => focusFirstIn(body.current), [])
  const leaveOnTab = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return
    requestAnimationFrame(() => {
      if (body.current && !body.current.contains(document.activeElement)) onLeave()
    })
  }
  return (
    <div
      id={id}
      ref={body}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={leaveOnTab}
      className="outline-none"
    >
      {children}
    </div>
  )
}
