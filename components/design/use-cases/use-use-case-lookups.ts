import { useMemo } from "react"
import { componentChoice } from "@/components/design/landscape/use-landscape-lookups"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import type { Choice } from "@/components/records/lookups"
import { question } from "@/lib/design/gaps/question"
import { landscapeAddresses } from "@/lib/design/landscape/landscape-item"
import type { UseCaseLine } from "@/lib/design/use-cases/use-case"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { listComponents } from "@/lib/serve/api/generated/addresses"
import { kpi } from "@/lib/value/kpi"
import { objective } from "@/lib/value/objective"

const none: readonly never[] = []
const questionAddresses = addressesOf(question)
const kpiAddresses = addressesOf(kpi)
const objectiveAddresses = addressesOf(objective)
const choiceOf = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({ value: id, label: name })

/** What use cases point at beside the plan. */
export function useUseCaseLookups(programmeId: string, roadmap: RoadmapView, lines: readonly UseCaseLine[]) {
  const questions = useAnswer(questionAddresses.list, { programmeId }).data?.items
  const items = useAnswer(landscapeAddresses.list, { programmeId }).data?.items
  const kpis = useAnswer(kpiAddresses.list, { programmeId }).data?.items
  const objectives = useAnswer(objectiveAddresses.list, { programmeId }).data?.items
  const components = useAnswer(listComponents, { programmeId }).data?.items
  const more = useMemo(
    () => ({
      "use-case": lines.map(choiceOf),
      "assessment-question": (questions ?? none).map(choiceOf),
      "landscape-item": (items ?? none).map(choiceOf),
      kpi: (kpis ?? none).map(choiceOf),
      objective: (objectives ?? none).map(choiceOf),
      component: (components ?? none).map(componentChoice),
    }),
    [lines, questions, items, kpis, objectives, components],
  )
  return useProgrammeLookups(roadmap, more)
}
