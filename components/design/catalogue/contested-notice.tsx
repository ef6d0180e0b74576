"use client"

import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { adoptionNames } from "@/lib/design/catalogue/event-words"
import { type CatalogueActions, sayWanted } from "./use-catalogue"

/** What was not taken because somebody else was faster, with a choice what becomes of it. */
export function ContestedNotices({ actions }: { actions: CatalogueActions }) {
  return [...actions.contested].map(([key, { theirs, mine }]) => (
    <InlineNotice
      key={key}
      kind="warn"
      className="rounded-none! px-5!"
      action={
        <div className="flex flex-none flex-wrap justify-end gap-2">
          <Button size="small" onClick={() => void actions.adopt(key, mine)}>
            Use mine
          </Button>
          <Button size="small" onClick={() => actions.letGo(key)}>
            Keep theirs
          </Button>
        </div>
      }
    >
      <span className="font-medium">{theirs.name}</span>: changed by someone else; it is now{" "}
      {adoptionNames[theirs.adoption]}
      {theirs.adoptionNote ? `, with the note "${theirs.adoptionNote}"` : ""}. Your version: {sayWanted(mine)}.
    </InlineNotice>
  ))
}
