"use client"

import { sayAgo } from "@/components/records/say-ago"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { sayChange, sayDifferences } from "@/lib/plan/roadmap/say-change"
import type { Work } from "./use-work"
import type { Unsaved } from "./work-store"

/** What was not taken, each with the member's own words kept and a choice what becomes of them. */
export function UnsavedNotices({ work, itemId }: { work: Work /** Only those about one item. */; itemId?: string }) {
  const list = work.unsaved.filter(({ items }) => itemId === undefined || items.some(({ id }) => id === itemId))
  if (list.length === 0) return null
  return (
    <div className="flex flex-col gap-px">
      {list.map((unsaved) => (
        <UnsavedNotice key={unsaved.key} work={work} unsaved={unsaved} />
      ))}
    </div>
  )
}

function UnsavedNotice({ work, unsaved }: { work: Work; unsaved: Unsaved }) {
  const { theirs } = unsaved
  const again = theirs ? "Use mine" : "Try again"
  const leave = theirs ? "Keep theirs" : "Discard"
  return (
    <InlineNotice
      kind="warn"
      className="rounded-none! px-5!"
      action={
        <div className="flex flex-none flex-wrap justify-end gap-2">
          <Button size="small" onClick={() => void work.editor.tryAgain(unsaved)}>
            {again}
          </Button>
          <Button size="small" onClick={() => work.editor.letGo(unsaved)}>
            {leave}
          </Button>
        </div>
      }
    >
      <span className="font-medium">{subjectOf(unsaved)}</span>: {whatHappened(work, unsaved)} Your version:{" "}
      {sayChange(unsaved.change, work.names)}.
    </InlineNotice>
  )
}

const subjectOf = ({ items, theirs }: Unsaved): string =>
  theirs?.current.title ?? (items.length === 1 ? (items[0]?.title ?? "") : `${items.length} items`)

function whatHappened(work: Work, { theirs, sentence }: Unsaved): string {
  if (!theirs) return sentence
  const { looked, current, by, at } = theirs
  const when = at ? ` ${sayAgo(at, Date.now())}` : ""
  return `${by ?? "Someone else"} changed ${sayDifferences(looked, current, work.names)}${when}.`
}
