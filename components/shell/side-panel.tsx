"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from "react"
import { IconButton } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"

type SidePanelProps = {
  /** The record's name. */
  title: string
  /** Where it lies: "4 Data Ingestion · Source Connectivity". */
  eyebrow?: ReactNode
  /** Of another record everything inside begins anew: scroll, drafts. The focus only moves in when the panel opens. */
  recordId: string
  /** The address without the panel; or `onClose` when the page keeps that itself. */
  closeHref?: string
  onClose?: () => void
  /** Buttons beside the close button: previous, next, more. */
  actions?: ReactNode
  width?: "narrow" | "wide"
  /** The focus stays where it is, for a drawing that is walked through by arrows while the panel follows. */
  leavesFocus?: boolean
  children: ReactNode
}

/**
 * A record at the right of its list, with its own address. Not modal: the list stays usable. Escape closes it (and in a
 * field inside first leaves the field); the focus goes to its title and on closing back to where it was. Below 700 px
 * it takes the whole screen.
 */
export function SidePanel(props: SidePanelProps) {
  const {
    title,
    eyebrow,
    recordId,
    closeHref,
    onClose,
    actions,
    width = "narrow",
    leavesFocus = false,
    children,
  } = props
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const router = useRouter()
  const close = () => {
    if (onClose) onClose()
    else if (closeHref !== undefined) router.push(closeHref, { scroll: false })
  }
  useFocusInAndOut(heading, leavesFocus)
  useEscape(panel, close)
  return (
    <aside
      ref={panel}
      aria-labelledby={id}
      className={cn(
        "z-30 flex flex-none animate-slide-in flex-col border-line border-l bg-raised",
        "max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:shadow-float max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full! max-md:border-0",
        width === "narrow" ? "w-[372px]" : "w-[420px]",
      )}
    >
      <header className="flex items-start gap-2 px-5 pt-4 pb-2.5">
        <div className="min-w-0 flex-1">
          {eyebrow ? <div className="mb-0.5 truncate text-ink-3 text-meta">{eyebrow}</div> : null}
          <h2 id={id} ref={heading} tabIndex={-1} className="text-pretty text-title outline-none">
            {title}
          </h2>
        </div>
        <div className="-mr-2 flex flex-none items-center">
          {actions}
          <IconButton icon="close" label="Close" onClick={close} />
        </div>
      </header>
      <div key={recordId} className="min-h-0 flex-1 scroll-pb-16 overflow-y-auto px-5 pb-6">
        {children}
      </div>
    </aside>
  )
}

function useFocusInAndOut(heading: React.RefObject<HTMLElement | null>, leavesFocus: boolean) {
  useEffect(() => {
    if (leavesFocus) return
    const before = document.activeElement
    heading.current?.focus({ preventScroll: true })
    return () => {
      const grid = document.querySelector<HTMLElement>('[role="treegrid"] [tabindex="0"],[role="grid"] [tabindex="0"]')
      if (before instanceof HTMLElement && before.isConnected && before !== document.body)
        before.focus({ preventScroll: true })
      else grid?.focus({ preventScroll: true })
    }
  }, [heading, leavesFocus])
}

const FIELD = 'input,textarea,select,[contenteditable="true"]'

function useEscape(panel: React.RefObject<HTMLElement | null>, onClose: () => void) {
  const close = useEffectEvent(onClose)
  const leaves = useEffectEvent((target: EventTarget | null): boolean => {
    if (!(target instanceof HTMLElement) || !target.matches(FIELD)) return true
    if (panel.current?.contains(target)) target.closest("aside")?.querySelector<HTMLElement>("h2")?.focus()
    return false
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return
      if (leaves(event.target)) close()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
}

/** A list of property and value in a panel: `<Properties><Property label="Owner">Marta Ruiz</Property></Properties>`. */
export function Properties({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1">{children}</dl>
}

export function Property({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-1 text-ink-3">{label}</dt>
      <dd className="flex min-h-7 min-w-0 items-center">{children}</dd>
    </>
  )
}
