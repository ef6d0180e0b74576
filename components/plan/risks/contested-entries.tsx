"use client"

import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { sayEntryChange } from "./entry-change"
import type { RegisterHand } from "./use-register"

/** What was not taken because somebody else was faster, with a choice what becomes of it. */
export function ContestedEntries({ hand }: { hand: RegisterHand }) {
  return [...hand.contested].map(([id, { theirs, mine }]) => (
    <InlineNotice
      key={id}
      kind="warn"
      className="rounded-none! px-5!"
      action={
        <div className="flex flex-none flex-wrap justify-end gap-2">
          <Button size="small" onClick={() => void hand.change(id, mine)}>
            Use mine
          </Button>
          <Button size="small" onClick={() => hand.letGo(id)}>
            Keep theirs
          </Button>
        </div>
      }
    >
      <span className="font-medium">{theirs.title}</span>: somebody else changed it meanwhile. Yours:{" "}
      {sayEntryChange(mine)}.
    </InlineNotice>
  ))
}
