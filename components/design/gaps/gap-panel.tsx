"use client"

import Link from "next/link"
import { RecordPanel } from "@/components/records/record-panel"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Kbd } from "@/components/ui/kbd"
import type { GapLine } from "@/lib/design/gaps/lines"
import { type QuestionView, question } from "@/lib/design/gaps/question"
import type { Words } from "@/lib/records/kind"
import { wordsOf } from "@/lib/records/wording"
import { Evidence } from "./evidence"
import { LevelPicker } from "./level-picker"
import { LevelRail } from "./level-rail"

type GapPanelProps = {
  programmeId: string
  line: GapLine
  dimension: string
  words: Words
  snapshot: string | null
  mayEdit: boolean
  onSet: (change: Partial<Pick<QuestionView, "asIs" | "toBe">>) => void
  onWork: () => void
  onClose: () => void
  onRemove: (() => void) | null
}

const inOwnPlace = ["name", "key", "dimension", "asIs", "toBe", "workItemId"]
const told = wordsOf(question)

/** One question: levels, what they look like, what proves them, who closes the gap until when. */
export function GapPanel(props: GapPanelProps) {
  const { programmeId, line, dimension, words, snapshot, mayEdit, onSet, onWork, onClose, onRemove } = props
  const { question: row, asked, item, gap, closing } = line
  const place = row.workstreamId ? words.nameOf("workstream", row.workstreamId) : null
  return (
    <RecordPanel
      {...{ programmeId, row, onClose, words: told }}
      {...(onRemove ? { onRemove } : {})}
      eyebrow={dimension}
      without={inOwnPlace}
      lead={
        <>
          <p className="mb-2.5 text-pretty font-medium">{row.wording || asked?.text}</p>
          <LevelPicker
            {...{ label: "As-is", kbd: "0-4", value: row.asIs, look: "claim", mayEdit }}
            onChange={(asIs) => onSet({ asIs })}
          />
          <LevelPicker
            {...{ label: "To-be", kbd: "Shift 0-4", value: row.toBe, look: "goal", mayEdit }}
            onChange={(toBe) => onSet({ toBe })}
          />
          {line.unproved ? (
            <p className="mt-1 text-pretty text-ink-2 text-meta">
              A claim above level 2 needs proof;{" "}
              {line.proved.level === null ? "no check can prove it." : `facts prove ${line.proved.level}.`}
            </p>
          ) : null}
          {line.ahead ? (
            <p className="mt-1 text-pretty text-ink-2 text-meta">
              Facts are ahead of the claim: they prove {line.proved.level}.
            </p>
          ) : null}
          <LevelRail line={line} snapshot={snapshot} />
          {closing ? (
            <div className="mt-3">
              <InlineNotice
                kind="info"
                action={
                  closing.act === "close" && mayEdit && row.asIs !== line.proved.level ? (
                    <Button size="small" onClick={() => onSet({ asIs: line.proved.level })}>
                      Take level {line.proved.level}
                    </Button>
                  ) : null
                }
              >
                {closing.act === "close"
                  ? `Facts reach level ${row.toBe}, so this gap can be closed: ${closing.fact}`
                  : `Open again, since a fact no longer holds: ${closing.fact}`}
              </InlineNotice>
            </div>
          ) : null}
          <div className="mt-3" />
        </>
      }
    >
      <Evidence line={line} />
      <div className="-mx-5 sticky bottom-0 z-10 mt-4 flex items-center gap-2.5 border-line border-y bg-raised px-5 py-2.5">
        {item ? (
          <Link
            href={`/programmes/${programmeId}/roadmap/stages?item=${item.id}`}
            className="truncate underline underline-offset-2"
          >
            Work item {item.number}: {item.title}
          </Link>
        ) : gap ? (
          <>
            <Button variant="primary" disabled={!mayEdit} onClick={onWork} kbd="W">
              Turn into work
            </Button>
            <span className="min-w-0 truncate text-ink-3 text-meta">
              {place ? `into ${place}` : "choose a workstream first"}
            </span>
          </>
        ) : (
          <span className="text-ink-3 text-meta">
            {row.asIs === null && !row.notApplicable ? "Not answered yet: press " : "No gap to close."}
            {row.asIs === null && !row.notApplicable ? <Kbd>0-4</Kbd> : null}
          </span>
        )}
      </div>
    </RecordPanel>
  )
}
