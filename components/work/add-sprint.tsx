"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { Button } from "@/components/ui/button"
import { useToasts } from "@/components/ui/toasts"
import { dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { call } from "@/lib/door/call"
import { addressesOf } from "@/lib/records/addresses"
import { sprint } from "@/lib/work/sprint"
import type { SprintWork } from "./with-work"

const TWO_WEEKS = 14

/** Adds the next sprint: as long as the last one and right after it, else two weeks from the next Monday. */
export function AddSprint({ work }: { work: SprintWork }) {
  const { programmeId, roadmap, sprints } = work
  const client = useQueryClient()
  const toasts = useToasts()
  const [busy, setBusy] = useState(false)
  const last = sprints.at(-1)
  const today = ordinalOf(roadmap.today)
  const from = last ? ordinalOf(last.startDay) + TWO_WEEKS : today + (8 - weekdayOf(today))
  const name = `Sprint ${sprints.length + 1}`
  const add = async () => {
    setBusy(true)
    const length = last ? ordinalOf(last.finishDay) - ordinalOf(last.startDay) : TWO_WEEKS - 3
    const input = {
      ...{ programmeId, name, startDay: dayOf(from), finishDay: dayOf(from + length) },
      ...(last?.teamId ? { teamId: last.teamId } : {}),
    }
    const answer = await call(addressesOf(sprint).add, input, { idempotencyKey: crypto.randomUUID() })
    setBusy(false)
    if (!answer.ok) return toasts.show({ kind: "refused", text: answer.detail })
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
  }
  return (
    <Button variant="primary" busy={busy} onClick={() => void add()}>
      Add {name}
    </Button>
  )
}
