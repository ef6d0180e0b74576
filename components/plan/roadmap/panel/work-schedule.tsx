"use client"

import Link from "next/link"
import type { ReactNode } from "react"
import { Section } from "@/components/shell/section"
import { Properties, Property } from "@/components/shell/side-panel"
import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import { rounded } from "@/lib/base/kernel/rounded"
import { endNames } from "@/lib/plan/roadmap/links-of"
import { saySlackToGate } from "@/lib/plan/roadmap/say-slack"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { useSlack } from "../use-slack"
import { useWorkActions } from "../work-context"

type WorkScheduleProps = { id: string; onOpen: (end: LinkView["from"]) => void }

/** Early and late dates, slack to the finish and to each gate's target, and what drives it; nothing of what is done. */
export function WorkSchedule({ id, onOpen }: WorkScheduleProps) {
  const { work } = useWorkActions()
  const { roadmap, items, programmeId } = work
  const slack = useSlack(work)?.get(id)
  const status = items.find((item) => item.id === id)?.status
  if (!slack || status === "done") return null
  const { today } = roadmap
  const span = (start: Day, finish: Day) =>
    start === finish ? sayDay(start, today) : `${sayDay(start, today)} to ${sayDay(finish, today)}`
  const { drivenBy } = slack
  const driver = drivenBy ? endNames({ roadmap, items }).get(drivenBy.node.id) : undefined
  return (
    <Section title="Schedule">
      <Properties>
        <Property label="Early">{span(slack.earlyStart, slack.earlyFinish)}</Property>
        <Property label="Late">{span(slack.lateStart, slack.lateFinish)}</Property>
        <Property label="Total slack">
          <Days value={slack.totalSlack}>
            {slack.critical ? "critical" : slack.nearCritical ? "near-critical" : null}
          </Days>
        </Property>
        <Property label="Free slack">
          <Days value={slack.freeSlack} />
        </Property>
        {drivenBy && driver ? (
          <Property label="Driven by">
            <span className="min-w-0 py-1 text-pretty">
              {drivenBy.node.kind === "gate" ? (
                driver
              ) : (
                <button
                  type="button"
                  onClick={() => onOpen(drivenBy.node)}
                  className="rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
                >
                  {driver}
                </button>
              )}
              {drivenBy.ofWorkstream ? <span className="text-ink-3">, through its workstream</span> : null}
            </span>
          </Property>
        ) : null}
        {slack.gates.map(({ gateId, ...to }) => {
          const gate = roadmap.gates.find((each) => each.id === gateId)
          if (!gate) return null
          return (
            <Property key={gateId} label={gate.name}>
              <span className="py-1 text-pretty">
                <span className={cn(to.slack !== null && to.slack < 0 && "text-needs-you")}>{saySlackToGate(to)}</span>
                {to.critical ? (
                  <>
                    {", "}
                    <Link
                      href={`/programmes/${programmeId}/roadmap/timeline?path=${gate.key}`}
                      className="underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
                    >
                      critical
                    </Link>
                  </>
                ) : null}
              </span>
            </Property>
          )
        })}
      </Properties>
    </Section>
  )
}

function Days({ value, children = null }: { value: number; children?: ReactNode }) {
  return (
    <span className={cn(value < 0 && "text-needs-you")}>
      {rounded(value, 1)} {Math.abs(value) === 1 ? "working day" : "working days"}
      {children ? `, ${children}` : null}
    </span>
  )
}
