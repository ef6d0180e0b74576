"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import type { Work } from "@/components/plan/roadmap/use-work"
import { useToasts } from "@/components/ui/toasts"
import type { ScenarioView } from "@/lib/plan/forecast/scenario-contract"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { inverseOf } from "@/lib/plan/roadmap/replan"
import {
  addScenario,
  applyScenario,
  changePlan,
  changeScenario,
  removeScenario,
  restoreScenario,
} from "@/lib/serve/api/generated/addresses"
import { freshened, isNoWhatIf, noWhatIf } from "./draft"
import { keepDraft, readDraft } from "./kept-draft"

type Kept = Pick<ScenarioView, "id" | "version" | "name">

/** The scratch copy of this page: what is different in it, and the actions to keep, apply and drop it. */
export function useWhatIf(work: Work) {
  const [changes, setChanges] = useState<WhatIf>(noWhatIf)
  const [kept, setKept] = useState<Kept | null>(null)
  const [isSaved, setSaved] = useState(true)
  const hands = useScenarioHands(work)
  const personId = work.roadmap.me.personId
  const isRead = useRef(false)
  useEffect(() => {
    const before = readDraft(work.programmeId, personId)
    if (before) {
      setChanges(before.changes)
      setKept(before.kept)
      setSaved(before.isSaved)
    }
    isRead.current = true
  }, [work.programmeId, personId])
  useEffect(() => {
    if (isRead.current)
      keepDraft(work.programmeId, personId, isNoWhatIf(changes) && kept === null ? null : { changes, kept, isSaved })
  }, [work.programmeId, personId, changes, kept, isSaved])
  const change = useCallback((next: WhatIf) => {
    setChanges(next)
    setSaved(false)
  }, [])
  const clear = useCallback(() => {
    setChanges(noWhatIf)
    setKept(null)
    setSaved(true)
  }, [])
  const open = useCallback((scenario: ScenarioView) => {
    setChanges(scenario.changes)
    setKept(scenario)
    setSaved(true)
  }, [])
  const keep = async (name: string): Promise<Kept | null> => {
    const saved = await hands.keep(kept, name, freshened(changes, { items: work.items, links: work.roadmap.links }))
    if (!saved) return null
    setKept(saved)
    setChanges(saved.changes)
    setSaved(true)
    return saved
  }
  const apply = async (name: string): Promise<boolean> => {
    const ready = isSaved && kept ? kept : await keep(name)
    if (!ready) return false
    if (!(await hands.apply(ready))) {
      // What was refused can be kept again, on the versions that are there now.
      setSaved(false)
      return false
    }
    clear()
    return true
  }
  return { changes, kept, isSaved, isEmpty: isNoWhatIf(changes), change, clear, open, keep, apply, drop: hands.drop }
}
export type WhatIfActions = ReturnType<typeof useWhatIf>

/** Keeps, applies and drops scenarios; what was done can be taken back from its toast. */
function useScenarioHands(work: Work) {
  const { programmeId } = work
  const { show } = useToasts()
  const adding = useContract(addScenario)
  const updating = useContract(changeScenario)
  const removing = useContract(removeScenario)
  const restoring = useContract(restoreScenario)
  const applying = useContract(applyScenario)
  const replanning = useContract(changePlan)
  const refuse = (text: string) => {
    show({ kind: "refused", text })
    return null
  }
  return {
    keep: async (kept: Kept | null, name: string, changes: WhatIf): Promise<ScenarioView | null> => {
      const answer = kept
        ? await updating.mutateAsync({ programmeId, scenarioId: kept.id, version: kept.version, name, changes })
        : await adding.mutateAsync({ programmeId, name, changes })
      if (!answer.ok) return refuse(answer.detail)
      return answer.value
    },
    apply: async ({ id, version, name }: Kept): Promise<boolean> => {
      const { programme, gates, workstreams, links } = work.roadmap
      const before = { programme, gates, workstreams, links, items: work.items }
      const answer = await applying.mutateAsync({ programmeId, scenarioId: id, version })
      if (!answer.ok) {
        refuse(answer.detail)
        return false
      }
      const back = inverseOf(before, answer.value.scenario.changes.plan, answer.value.changed)
      const undo = async () => {
        const undone = await replanning.mutateAsync({ programmeId, ...back })
        if (!undone.ok) refuse(undone.detail)
      }
      show({ text: `Applied "${name}" to the plan`, undo: () => void undo() })
      return true
    },
    drop: async ({ id, version, name }: Kept): Promise<void> => {
      const answer = await removing.mutateAsync({ programmeId, scenarioId: id, version })
      if (!answer.ok) return void refuse(answer.detail)
      const undo = () => void restoring.mutateAsync({ programmeId, scenarioId: id })
      show({ text: `Deleted what-if "${name}"`, undo })
    },
  }
}
