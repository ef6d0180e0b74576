"use client"

import { useState } from "react"
import { IconButton } from "@/components/ui/button"
import { Modal } from "@/components/ui/dialog"
import { Kbd } from "@/components/ui/kbd"
import { keycapsOf } from "./key-names"
import { type Shortcut, useShortcut, useShortcutList } from "./shortcuts"

/** `?` shows every shortcut that works on this page, by group. */
export function ShortcutsHelp({ always = tableKeys }: { always?: readonly Shortcut[] }) {
  const [open, setOpen] = useState(false)
  const shortcuts = useShortcutList()
  useShortcut("?", "Show keyboard shortcuts", () => setOpen(true), { group: "Anywhere" })
  if (!open) return null
  const groups = byGroup([...shortcuts, ...always])
  return (
    <Modal label="Keyboard shortcuts" onClose={() => setOpen(false)} className="w-[640px]">
      <div className="flex items-center justify-between border-line border-b px-5 py-3">
        <h2 className="text-title">Keyboard shortcuts</h2>
        <IconButton icon="close" label="Close" onClick={() => setOpen(false)} />
      </div>
      <div className="columns-1 gap-10 px-5 pt-4 pb-2 md:columns-2">
        {[...groups].map(([group, list]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-ink-3 text-meta">{group}</h3>
            <dl>
              {unique(list).map((shortcut) => (
                <div
                  key={`${shortcut.keys} ${shortcut.label}`}
                  className="flex min-h-7 items-center justify-between gap-4"
                >
                  <dt>{shortcut.label}</dt>
                  <dd className="flex items-center gap-1">
                    {keycapsOf(shortcut.keys).map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

/** By heading, in the order in which the headings first come. */
function byGroup(list: readonly Shortcut[]): ReadonlyMap<string, readonly Shortcut[]> {
  const groups = new Map<string, Shortcut[]>()
  for (const shortcut of list) groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut])
  return groups
}

const unique = (list: readonly Shortcut[]) => [...new Map(list.map((shortcut) => [shortcut.keys, shortcut])).values()]

const tableKeys: readonly Shortcut[] = [
  ["arrowup arrowdown", "Move between rows and cells"],
  ["Enter", "Edit the cell, or open the row"],
  ["Space", "Select the row"],
  ["shift+arrowdown", "Select several"],
  ["Escape", "Cancel or close the panel"],
].map(([keys = "", label = ""]) => ({ keys, label, group: "In tables" }))
