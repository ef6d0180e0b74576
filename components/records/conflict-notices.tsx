"use client"

import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { Kept } from "@/lib/records/pending-changes"
import type { Unsaved } from "./record-store"
import { sayAgo } from "./say-ago"

type ConflictNoticesProps<View extends Kept, Change> = {
  unsaved: readonly Unsaved<View, Change>[]
  nameOf: (record: View) => string
  many: string
  /** A change in words. */
  sayChange: (change: Change, before: View | null) => string
  /** What makes two states of a record different, in words. */
  sayDifference: (looked: View, current: View) => string
  onMine: (unsaved: Unsaved<View, Change>) => void
  onTheirs: (unsaved: Unsaved<View, Change>) => void
}

/** What was not taken, each with the member's own words kept and a choice what becomes of them. */
export function ConflictNotices<View extends Kept, Change>(props: ConflictNoticesProps<View, Change>) {
  const { unsaved, nameOf, many, sayChange, sayDifference, onMine, onTheirs } = props
  return unsaved.map((each) => {
    const { key, theirs, records, sentence, change } = each
    const [first = null] = records
    const subject = theirs ? nameOf(theirs.current) : first && records.length === 1 ? nameOf(first) : null
    const when = theirs?.at ? ` ${sayAgo(theirs.at, Date.now())}` : ""
    return (
      <InlineNotice
        key={key}
        kind="warn"
        className="rounded-none! px-5!"
        action={
          <div className="flex flex-none flex-wrap justify-end gap-2">
            <Button size="small" onClick={() => onMine(each)}>
              {theirs ? "Use mine" : "Try again"}
            </Button>
            <Button size="small" onClick={() => onTheirs(each)}>
              {theirs ? "Keep theirs" : "Discard"}
            </Button>
          </div>
        }
      >
        <span className="font-medium">{subject ?? `${records.length} ${many}`}</span>:{" "}
        {theirs
          ? `${theirs.by ?? "Someone else"} changed ${sayDifference(theirs.looked, theirs.current)}${when}.`
          : sentence}{" "}
        Your version: {sayChange(change, theirs?.current ?? null)}.
      </InlineNotice>
    )
  })
}
