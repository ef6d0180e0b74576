"use client"

import { useState } from "react"
import { IconButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { ReleaseOutline, StageOutline, WorkstreamOutline } from "@/lib/pack/outline"
import { activityKeys, choose, type LeftOut, shareOf } from "@/lib/plan/roadmap/preview"
import { count } from "@/lib/reports/words"

type PartTreeProps = { outline: ReleaseOutline; leftOut: LeftOut; onChange: (leftOut: LeftOut) => void }
type BranchProps = PartTreeProps & { open: ReadonlySet<string>; toggle: (key: string) => void }

/** Everything the programme can hold; what is unticked is left out. */
export function PartTree({ outline, leftOut, onChange }: PartTreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) =>
    setOpen((was) => {
      const next = new Set(was)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const branch = { outline, leftOut, onChange, open, toggle }
  return (
    <ul aria-label="Parts of the roadmap" className="px-3 py-2 max-md:px-2">
      {outline.stages.map((stage) => (
        <li key={stage.key}>
          <PartRow part={stage} title={`${stage.number}. ${stage.name}`} {...branch} />
          {open.has(stage.key) ? (
            <ul className="pl-6">
              {stage.workstreams.map((workstream) => (
                <li key={workstream.key}>
                  <PartRow part={workstream} title={workstream.name} {...branch} />
                  {open.has(workstream.key) ? <Activities workstream={workstream} {...branch} /> : null}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

type PartRowProps = BranchProps & { part: StageOutline | WorkstreamOutline; title: string }

function PartRow({ part, title, leftOut, onChange, open, toggle }: PartRowProps) {
  const keys = activityKeys(part)
  const share = shareOf(part, leftOut)
  const kept = keys.filter((key) => !leftOut.has(key)).length
  const isOpen = open.has(part.key)
  return (
    <div className="flex min-h-[30px] items-center gap-1.5 rounded-md pr-2 hover:bg-hover">
      <IconButton
        icon={isOpen ? "chevron-down" : "chevron-right"}
        size="small"
        label={`${isOpen ? "Collapse" : "Expand"} ${title}`}
        aria-expanded={isOpen}
        onClick={() => toggle(part.key)}
      />
      <Checkbox
        className="min-w-0 flex-1 py-1"
        label={title}
        checked={share === "all"}
        indeterminate={share === "some"}
        onChange={() => onChange(choose(leftOut, keys, share !== "all"))}
      />
      <span className="flex-none whitespace-nowrap text-ink-3 text-meta">
        {kept === keys.length ? count(keys.length, "activity", "activities") : `${kept} of ${keys.length}`}
      </span>
    </div>
  )
}

function Activities({ workstream, leftOut, onChange }: BranchProps & { workstream: WorkstreamOutline }) {
  return (
    <ul className="pl-[30px]">
      {workstream.activities.map(({ key, title, likely, clouds }) => (
        <li key={key} className="flex min-h-7 items-center gap-2 rounded-md pr-2 pl-1 hover:bg-hover">
          <Checkbox
            className="min-w-0 flex-1 py-0.5"
            label={title}
            checked={!leftOut.has(key)}
            onChange={(stays) => onChange(choose(leftOut, [key], stays))}
          />
          {clouds.length > 0 ? (
            <span className="flex-none text-ink-3 text-meta uppercase">{clouds.join(", ")}</span>
          ) : null}
          <span className="w-10 flex-none text-right text-ink-3 text-meta">{likely} d</span>
        </li>
      ))}
    </ul>
  )
}
