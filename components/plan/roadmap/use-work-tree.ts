"use client"

import { useMemo, useRef } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import type { WorkFilter } from "@/lib/plan/roadmap/filter"
import type { Order } from "@/lib/plan/roadmap/order"
import { noTree, type WorkTree, workTree } from "@/lib/plan/roadmap/tree"
import type { TreeParts } from "@/lib/plan/roadmap/tree-figures"
import { listChecks } from "@/lib/serve/api/generated/addresses"
import type { Draft } from "./use-draft-row"
import { useSlack } from "./use-slack"
import type { Work } from "./use-work"

/** The checks of a programme as the rows count them; none until they came. */
export function useJudgedChecks(programmeId: string): TreeParts["checks"] {
  const answer = useAnswer(listChecks, { programmeId })
  return useMemo(
    () => answer.data?.items.map((check) => ({ ...check, checkId: check.id, waived: false })) ?? [],
    [answer.data],
  )
}

type View = {
  filter: WorkFilter
  order: Order
  draft: Draft | null
  /** Whether a column shows slack. */
  withSlack?: boolean
}

/** The tree of work as it stands on screen; what did not change keeps its objects, so that it does not draw again. */
export function useWorkTree(work: Work, { filter, order, draft, withSlack = false }: View): WorkTree {
  const checks = useJudgedChecks(work.programmeId)
  const before = useRef(noTree)
  const { roadmap, items, plan, saving, contested } = work
  const slack = useSlack(work, withSlack)
  const tree = useMemo(
    () =>
      workTree({ roadmap, items, plan, checks, slack }, { filter, order, saving, contested, draft }, before.current),
    [roadmap, items, plan, checks, slack, filter, order, saving, contested, draft],
  )
  before.current = tree
  return tree
}
