import { database } from "@/lib/base/db/client"
import { judgeUseCase } from "@/lib/design/use-cases/rules"
import { circleOf } from "@/lib/design/use-cases/server/operations"
import { scoreUseCase, startUseCaseCriteria } from "@/lib/design/use-cases/server/scores"
import { useCase } from "@/lib/design/use-cases/use-case"
import { commandsOf } from "@/lib/records/server/commands"
import { useCases } from "../story/use-cases"
import { idOf, type Scene } from "./scene"
import { told } from "./stage"

const commands = commandsOf(useCase, { rule: judgeUseCase, check: circleOf })

/** Writes the use cases down, scores them, and then says which needs which. */
export async function listUseCases({ stage, names, at }: Scene, who: string): Promise<void> {
  const actor = stage.actor(who, at)
  const { programmeId } = stage
  const { prisma } = database()
  told("the criteria", await startUseCaseCriteria(actor))
  const [criteria, items, gaps] = await Promise.all([
    prisma.useCaseCriterion.findMany({ where: { programmeId }, orderBy: { number: "asc" } }),
    prisma.landscapeItem.findMany({ where: { programmeId } }),
    prisma.assessmentQuestion.findMany({ where: { programmeId } }),
  ])
  const itemIds = new Map(items.map(({ name, id }) => [name, id]))
  const gapIds = new Map(gaps.map(({ key, id }) => [key ?? "", id]))
  const made = new Map<string, string>()
  for (const each of useCases) {
    const draft = {
      ...{ name: each.name, status: each.status, domain: each.domain, ownDays: each.ownDays },
      ownerId: stage.personId(each.owner),
      gateIds: each.gates.map((key) => idOf(names.gates, key)),
      landscapeIds: each.items.map((name) => idOf(itemIds, name)),
      gapIds: each.gaps.map((key) => idOf(gapIds, key)),
      needsIds: each.needs.map((name) => idOf(made, name)),
      kpiIds: each.kpis.map((key) => idOf(names.kpis, key)),
      ...{ componentKeys: [...each.components], boundObjects: [...each.boundObjects] },
    }
    const { id } = told(each.name, await commands.add(actor, draft))
    made.set(each.name, id)
    const scores = criteria.map((criterion, place) => ({ criterionId: criterion.id, value: each.scores[place] ?? 3 }))
    told(`scores of ${each.name}`, await scoreUseCase(actor, { recordId: id, scores }))
  }
}
