"use client"

import { usePathname } from "next/navigation"
import { type ReactNode, useEffect, useEffectEvent, useState } from "react"
import { IconButton } from "@/components/ui/button"
import { Modal } from "@/components/ui/dialog"
import { ToastProvider } from "@/components/ui/toasts"
import { useDrawnByServer } from "@/components/ui/use-drawn-by-server"
import { type CommandGroup, CommandPalette, openPalette } from "./command-palette"
import type { Destination } from "./destination-link"
import { ShortcutsHelp } from "./shortcuts-help"
import { Sidebar, type SidebarProps } from "./sidebar"
import { MAIN_ID, SkipLink } from "./skip-link"

type AppShellProps = SidebarProps & {
  /** A `<CommandPalette>` with the product's commands; without it the palette only knows the destinations. */
  palette?: ReactNode
  children: ReactNode
}

/**
 * The frame of every signed-in page: a fixed sidebar of 208 px (a drawer below 900 px), the page at its right, toasts,
 * palette and shortcuts help. The page fills the window; its `PageBody` scrolls. Takes only the destinations that exist.
 * As the server drew it, it is busy until the browser has taken it over.
 */
export function AppShell({ palette, children, ...sidebar }: AppShellProps) {
  const isDrawnByServer = useDrawnByServer()
  return (
    <ToastProvider>
      <SkipLink />
      <div className="flex h-dvh print:block print:h-auto">
        <div className="w-side flex-none max-lg:hidden print:hidden">
          <Sidebar {...sidebar} />
        </div>
        <div className="flex min-w-0 flex-1 flex-col border-line border-l bg-surface max-lg:border-0 print:block print:border-0">
          <TopStrip {...sidebar} />
          <main
            id={MAIN_ID}
            tabIndex={-1}
            aria-busy={isDrawnByServer || undefined}
            className="flex min-h-0 flex-1 flex-col outline-none print:block"
          >
            {children}
          </main>
        </div>
      </div>
      {palette ?? (
        <CommandPalette groups={[destinationCommands([...sidebar.destinations, ...(sidebar.lower ?? [])])]} />
      )}
      <ShortcutsHelp />
    </ToastProvider>
  )
}

/** The destinations as a group of the palette. */
export function destinationCommands(destinations: readonly Destination[]): CommandGroup {
  const commands = destinations.map(({ href, label, icon, keys }) => ({
    id: href,
    label,
    icon,
    href,
    ...(keys ? { keys } : {}),
  }))
  return { id: "go", label: "Go to", commands }
}

/** Below 900 px: what the sidebar holds, behind one button. */
function TopStrip(sidebar: SidebarProps) {
  const [open, setOpen] = useState(false)
  const pathname = usePathname()
  const shut = useEffectEvent(() => setOpen(false))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => shut(), [pathname])
  return (
    <div className="flex h-11 flex-none items-center gap-1 border-line border-b bg-sunken px-2 lg:hidden print:hidden">
      <IconButton icon="menu" label="Menu" aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      <span className="min-w-0 flex-1 truncate px-1 font-semibold">{sidebar.switcher.current}</span>
      <IconButton icon="search" label="Search" onClick={() => openPalette()} />
      {open ? (
        <Modal
          label="Menu"
          onClose={() => setOpen(false)}
          className="m-0! h-dvh max-h-none w-[264px] rounded-none! border-y-0! border-l-0! bg-sunken!"
        >
          <Sidebar {...sidebar} />
        </Modal>
      ) : null}
    </div>
  )
}
