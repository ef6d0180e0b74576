"use client"

import Link from "next/link"
import { useId } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { Pill } from "@/components/ui/pill"
import { markWord, StatusMark } from "@/components/ui/status-mark"
import type { CheckView } from "@/lib/assurance/contract"
import { type Group, type Grouping, kindNames, sayDue } from "@/lib/assurance/groups"
import { criterionLine } from "@/lib/reports/checklist"
import type { RoadmapView } from "@/lib/roadmap/views"

type CheckGroupProps = {
  group: Group
  by: Grouping
  programmeId: string
  roadmap: RoadmapView
  expanded: boolean
  onToggle: () => void
}

/** A line of the checklist, a stage or a gate with its checks inside. */
export function CheckGroup({ group, by, programmeId, roadmap, expanded, onToggle }: CheckGroupProps) {
  const listId = useId()
  const { id, number, name, checks } = group
  const judged = checks.map((check) => ({ ...check, checkId: check.id, waived: false }))
  const { mark } = criterionLine({ id, key: id, number: number ?? 0, name, checks: judged })
  const called = number === null || by === "gate" ? name : `${number}. ${name}`
  return (
    <li className="border-line border-b">
      <h2 className="font-normal">
        <button
          type="button"
          aria-expanded={expanded}
          aria-controls={expanded ? listId : undefined}
          onClick={onToggle}
          className="inset-focus grid min-h-11 w-full grid-cols-[14px_minmax(0,1fr)_300px] items-center gap-x-3 px-5 py-1.5 text-left hover:bg-hover max-md:grid-cols-[14px_minmax(0,1fr)] max-md:px-4"
        >
          <Icon
            name="chevron-right"
            size={14}
            className={cn("text-ink-3 transition-transform", expanded && "rotate-90")}
          />
          <span className="font-semibold max-md:text-pretty md:truncate">{called}</span>
          <span className="flex items-center justify-between gap-x-4 max-md:col-start-2">
            <StatusMark kind={mark} word={markWord(mark)} />
            <span className="whitespace-nowrap text-ink-2">{sayDue(checks)}</span>
          </span>
        </button>
      </h2>
      {expanded ? (
        <ul id={listId} className="pb-2">
          {checks.map((check) => (
            <CheckRow key={check.id} {...{ check, programmeId, roadmap }} />
          ))}
          {checks.length === 0 ? <li className="px-5 pb-2 pl-[46px] text-ink-3">Nothing is checked here.</li> : null}
        </ul>
      ) : null}
    </li>
  )
}

type CheckRowProps = { check: CheckView; programmeId: string; roadmap: RoadmapView }

/** One check: its sentence, what is known, how it is judged, where it belongs and when it is due. */
function CheckRow({ check, programmeId, roadmap }: CheckRowProps) {
  const { sentence, kind, verdict, reason, workstreamId } = check
  const workstream = roadmap.workstreams.find(({ id }) => id === workstreamId)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_300px] gap-x-8 gap-y-1 py-2 pr-5 pl-[46px] max-lg:grid-cols-1 max-md:pr-4 max-md:pl-[42px]">
      <div className="min-w-0">
        <p className="text-pretty">{sentence}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-3 text-meta">
          <Pill>{kindNames[kind]}</Pill>
          {workstream ? (
            <Link
              href={`/programmes/${programmeId}/roadmap/stages?workstream=${workstream.id}`}
              className="text-ink-2 underline decoration-1 decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {workstream.name}
            </Link>
          ) : null}
          <span>{sayWhen(check, roadmap)}</span>
        </p>
      </div>
      <div className="min-w-0">
        <StatusMark kind={verdict} />
        <p className="mt-0.5 text-pretty text-ink-3 text-meta">{reason}</p>
      </div>
    </li>
  )
}

function sayWhen({ due, dueGateId }: CheckView, { gates }: RoadmapView): string {
  const gate = gates.find(({ id }) => id === dueGateId)
  if (!gate) return "No gate asks for it"
  return due ? `Due since ${gate.name}` : `Due at ${gate.name}`
}
