"use client"

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { IconButton } from "./button"

export type Toast = {
  /** What happened, past tense: "Dropped Source Connectivity". */
  text: string
  /** Takes it back; the toast goes at once and `undo` runs once. */
  undo?: () => void
  /** Another way on than taking it back; the toast then stays as long as one with an undo. */
  action?: { label: string; run: () => void }
  /** A refusal is read out at once and marked; the rest is polite. */
  kind?: "done" | "refused"
}

type Toasts = { show: (toast: Toast) => void }

const ToastContext = createContext<Toasts | null>(null)

/** How long a toast with an undo stays, not counting the time under the pointer or the focus. */
export const UNDO_MS = 10_000
const PLAIN_MS = 5_000

/** Shows what happened and lets it be undone for 10 seconds. @throws when no `ToastProvider` stands above. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext)
  if (!toasts) throw new Error("useToasts needs a ToastProvider above it")
  return toasts
}

type Shown = Toast & { id: number }

/** Holds the toasts of the page: one region at the bottom, the newest last, three at most. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [list, setList] = useState<readonly Shown[]>([])
  const nextId = useRef(0)
  const drop = useCallback((id: number) => setList((was) => was.filter((toast) => toast.id !== id)), [])
  const toasts = useMemo<Toasts>(
    () => ({
      show: (toast) => {
        nextId.current += 1
        const shown = { ...toast, id: nextId.current }
        setList((was) => [...was.slice(-2), shown])
      },
    }),
    [],
  )
  return (
    <ToastContext value={toasts}>
      {children}
      <section
        aria-label="Notifications"
        className="pointer-events-none fixed inset-x-0 bottom-10 z-[70] flex flex-col items-center gap-2 px-4 lg:items-start lg:pl-[calc(var(--side)+20px)] print:hidden"
      >
        <div role="status" aria-live="polite" className="contents">
          {list.map((toast) => (
            <ToastRow key={toast.id} toast={toast} onDone={() => drop(toast.id)} />
          ))}
        </div>
      </section>
    </ToastContext>
  )
}

function ToastRow({ toast, onDone }: { toast: Shown; onDone: () => void }) {
  const [held, setHeld] = useState(false)
  const action = toast.undo ? { label: "Undo", run: toast.undo } : toast.action
  useCountdown(action ? UNDO_MS : PLAIN_MS, held, onDone)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hover and focus only hold the clock
    <div
      className="pointer-events-auto flex min-h-10 max-w-[min(560px,100%)] animate-rise items-center gap-2 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-surface shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="min-w-0 py-0.5" role={toast.kind === "refused" ? "alert" : undefined}>
        {toast.text}
      </span>
      {action ? (
        <button
          type="button"
          className="h-7 flex-none rounded-md px-2.5 font-semibold underline decoration-1 underline-offset-[3px] hover:bg-surface/15 focus-visible:outline-surface focus-visible:outline-offset-[-2px]"
          onClick={() => {
            onDone()
            action.run()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <IconButton
        icon="close"
        size="small"
        label="Dismiss"
        onClick={onDone}
        className="text-surface/70 enabled:hover:bg-surface/15 enabled:hover:text-surface"
      />
    </div>
  )
}

/** Calls `onEnd` after `ms`; while `held` the clock stands still. */
function useCountdown(ms: number, held: boolean, onEnd: () => void) {
  const left = useRef(ms)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  }, [onEnd])
  useEffect(() => {
    if (held) return
    const started = performance.now()
    const timer = setTimeout(() => end.current(), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= performance.now() - started
    }
  }, [held])
}
