"use client"

import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import type { AssuranceMay, CheckView } from "@/lib/assurance/contract"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getRoadmap, listChecks, listSignOffs } from "@/lib/serve/api/generated/addresses"

/** What every screen of the assurance stands on. */
export type Assurance = {
  readonly programmeId: string
  readonly checks: readonly CheckView[]
  readonly lines: readonly SignOffView[]
  readonly roadmap: RoadmapView
  readonly may: AssuranceMay
  readonly checkOf: (id: string) => CheckView | undefined
  readonly nameOf: (personId: string) => string
}
type Read = { readonly assurance: Assurance | null; readonly problem: string | null; readonly again: () => void }

/** The checks, the lines to sign and the roadmap around them; null until all three are there. */
export function useAssurance(programmeId: string): Read {
  const checks = useAnswer(listChecks, { programmeId })
  const lines = useAnswer(listSignOffs, { programmeId })
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const failed = [checks, lines, roadmap].find(({ error }) => error)
  const assurance = useMemo(() => {
    if (!checks.data || !lines.data || !roadmap.data) return null
    const byId = new Map(checks.data.items.map((check) => [`${check.id}`, check]))
    const names = new Map(roadmap.data.people.map(({ id, name }) => [`${id}`, name]))
    return {
      ...{ programmeId, checks: checks.data.items, lines: lines.data.items, roadmap: roadmap.data },
      ...{ may: checks.data.may, checkOf: (id: string) => byId.get(id) },
      nameOf: (personId: string) => names.get(personId) ?? "somebody",
    }
  }, [programmeId, checks.data, lines.data, roadmap.data])
  return { assurance, problem: failed?.error?.message ?? null, again: () => void failed?.refetch() }
}
