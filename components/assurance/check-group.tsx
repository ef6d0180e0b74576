"use client"

import { useId } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { markWord, StatusMark } from "@/components/ui/status-mark"
import { type Group, type Grouping, markOfDue, sayDue } from "@/lib/assurance/groups"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { CheckRow } from "./check-row"

type CheckGroupProps = {
  group: Group
  by: Grouping
  roadmap: RoadmapView
  expanded: boolean
  onToggle: () => void
  onOpen: (checkId: string) => void
}

/** A line of the checklist, a stage or a gate with its checks inside. */
export function CheckGroup({ group, by, roadmap, expanded, onToggle, onOpen }: CheckGroupProps) {
  const listId = useId()
  const { number, name, checks } = group
  const mark = markOfDue(checks)
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
        <ul id={listId} className="pr-3 pb-2 pl-9">
          {checks.map((check) => (
            <CheckRow key={check.id} {...{ check, roadmap, onOpen }} />
          ))}
          {checks.length === 0 ? <li className="px-2 pb-2 text-ink-3">No checks yet.</li> : null}
        </ul>
      ) : null}
    </li>
  )
}
