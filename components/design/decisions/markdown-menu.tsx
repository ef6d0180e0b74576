"use client"

import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { useToasts } from "@/components/ui/toasts"
import { sayDay } from "@/lib/base/kernel/day-text"
import type { DecisionLine } from "@/lib/design/decisions/decision"
import { type DecisionDocument, documentIn, markdownOf } from "@/lib/design/decisions/markdown"

type MarkdownMenuProps = {
  programmeId: string
  shown: readonly DecisionLine[]
  opened: DecisionLine | null
  nameOf: (personId: string | null) => string | null
  /** Null where nothing may be added. */
  onImport: ((documents: readonly DecisionDocument[]) => Promise<number>) | null
}
const MOST_BYTES = 200_000

/** Decisions as Markdown, out and in, and the page for paper. */
export function MarkdownMenu({ programmeId, shown, opened, nameOf, onImport }: MarkdownMenuProps) {
  const picker = useRef<HTMLInputElement>(null)
  const { show } = useToasts()
  const textOf = (line: DecisionLine) =>
    markdownOf({ ...line, day: line.day === null ? null : sayDay(line.day), owner: nameOf(line.ownerId) })
  const take = async (files: readonly File[]) => {
    const texts = await Promise.all(files.filter(({ size }) => size <= MOST_BYTES).map((file) => file.text()))
    const documents = texts.flatMap((text) => documentIn(text) ?? [])
    const left = files.length - documents.length
    const added = documents.length === 0 ? 0 : ((await onImport?.(documents)) ?? 0)
    const rest = left === 0 ? "" : `; ${left} without a title or too large left out`
    show({ ...(added === 0 ? { kind: "refused" as const } : {}), text: `${added} decisions added as drafts${rest}` })
  }
  return (
    <>
      <Menu
        label="Markdown"
        align="end"
        trigger={(trigger) => (
          <Button {...trigger} icon="download">
            Markdown
          </Button>
        )}
        entries={[
          ...(opened
            ? [
                {
                  ...{ id: "one", label: `Download decision ${opened.number}` },
                  onSelect: () => save(textOf(opened), `${fileName(opened)}.md`),
                },
              ]
            : []),
          {
            ...{ id: "all", label: `Download all ${shown.length} shown, in one file` },
            onSelect: () => save(shown.map(textOf).join("\n\n"), "decisions.md"),
          },
          {
            ...{ id: "print", label: "Print view" },
            onSelect: () =>
              window.location.assign(
                `/programmes/${programmeId}/architecture/decisions/print${opened ? `?only=${opened.id}` : ""}`,
              ),
          },
          ...(onImport ? [{ id: "in", label: "Import Markdown files", onSelect: () => picker.current?.click() }] : []),
        ]}
      />
      <input
        ref={picker}
        type="file"
        multiple
        accept=".md,text/markdown"
        aria-label="Markdown files"
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ""
          if (files.length > 0) void take(files)
        }}
      />
    </>
  )
}

const fileName = ({ number, name }: DecisionLine) =>
  `${String(number).padStart(4, "0")}-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")}`

function save(text: string, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
