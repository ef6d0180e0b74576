"use client"

import { RecordPanel } from "@/components/records/record-panel"
import { Section } from "@/components/shell/section"
import { Property } from "@/components/shell/side-panel"
import { sayDay } from "@/components/ui/day-text"
import {
  kindNames,
  type LandscapeItemView,
  type LandscapeLine,
  landscapeItem,
} from "@/lib/design/landscape/landscape-item"
import { sayProgress } from "@/lib/design/landscape/totals"
import { wordsOf } from "@/lib/records/wording"
import { ProgressBar, sayVolume } from "./landscape-columns"
import { DispositionSign } from "./landscape-marks"

type LandscapePanelProps = {
  readonly programmeId: string
  readonly line: LandscapeLine
  readonly all: readonly LandscapeLine[]
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onRemove: () => void
}
const words = wordsOf(landscapeItem)

/** One item: what it is, where it goes, how far that is, what flows in and out of it, and what happened to it. */
export function LandscapePanel({ programmeId, line, all, onOpen, onClose, onRemove }: LandscapePanelProps) {
  const { id } = line
  const fedBy = all.filter(({ feedsAsIsIds, feedsToBeIds }) => feedsAsIsIds.includes(id) || feedsToBeIds.includes(id))
  const feeds = all.filter((each) => line.feedsAsIsIds.includes(each.id) || line.feedsToBeIds.includes(each.id))
  const when = (from: LandscapeItemView, to: LandscapeItemView) =>
    from.feedsAsIsIds.includes(to.id) ? (from.feedsToBeIds.includes(to.id) ? "both" : "as-is") : "to-be"
  const said = sayProgress(line)
  return (
    <RecordPanel
      {...{ programmeId, row: line, words, onClose, onRemove }}
      eyebrow={`${kindNames[line.kind]} ${line.number}`}
      more={
        said === null ? null : (
          <Property label="Progress">
            <span className="flex min-w-0 flex-1 flex-col gap-1 py-1">
              <ProgressBar line={line} />
              <span className="text-ink-2 text-meta">
                {said}
                {line.provedAsOf ? `, facts of ${sayDay(line.provedAsOf.slice(0, 10))}` : ""}
              </span>
            </span>
          </Property>
        )
      }
    >
      <Kin title="Fed by" items={fedBy} say={(each) => when(each, line)} onOpen={onOpen} />
      <Kin title="Feeds" items={feeds} say={(each) => when(line, each)} onOpen={onOpen} />
      <Kin
        title="Replaced by"
        items={all.filter((each) => each.replacesIds.includes(id))}
        say={sayVolume}
        onOpen={onOpen}
      />
      <Kin title="Parts" items={all.filter(({ parentId }) => parentId === id)} say={sayVolume} onOpen={onOpen} />
    </RecordPanel>
  )
}

type KinProps = {
  title: string
  items: readonly LandscapeLine[]
  say: (item: LandscapeLine) => string | null
  onOpen: (id: string) => void
}

/** Other items that belong to this one, each a way to it. */
function Kin({ title, items, say, onOpen }: KinProps) {
  if (items.length === 0) return null
  return (
    <Section title={title} action={<span className="text-ink-2">{items.length}</span>}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => onOpen(item.id)}
              className="-mx-1.5 flex min-h-7 w-[calc(100%+12px)] items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover"
            >
              <DispositionSign disposition={item.disposition} />
              <span className="min-w-0 flex-1 truncate">{item.name}</span>
              <span className="flex-none text-ink-2 text-meta">{say(item)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
