import { database, type Transaction } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ListAnswer } from "@/lib/records/addresses"
import type { DecisionLine, DecisionMore, DecisionView } from "../decision"
import { textOfDecision } from "../statement"

/** Decisions with the signatures that stand and the last word of each reviewer. */
export async function withSignatures(
  { programmeId }: ProgrammeActor,
  list: ListAnswer<DecisionView>,
): Promise<ListAnswer<DecisionLine>> {
  const { prisma } = database()
  const [signatures, reviews] = await Promise.all([
    prisma.decisionSignature.findMany({ where: { programmeId, revokedAt: null }, orderBy: { signedAt: "asc" } }),
    prisma.decisionReview.findMany({ where: { programmeId }, orderBy: { at: "asc" } }),
  ])
  const moreOf = (id: string): DecisionMore => ({
    signatures: signatures
      .filter(({ decisionId }) => decisionId === id)
      .map(({ id: signatureId, personId, responsibility, signedAt }) => ({
        ...{ id: signatureId, personId, responsibility, signedAt: signedAt.toISOString() },
      })),
    reviews: reviews
      .filter(({ decisionId }) => decisionId === id)
      .map(({ personId, agreed, note, at }) => ({ personId, agreed, note, at: at.toISOString() })),
  })
  return { ...list, items: list.items.map((item) => ({ ...item, ...moreOf(item.id) })) }
}

/** What would be signed, as everything stands now. */
export async function findDecisionText(
  reader: Pick<Transaction, "decision">,
  programmeId: string,
  view: DecisionView,
): Promise<string> {
  const superseded = await reader.decision.findMany({
    where: { programmeId, id: { in: [...view.supersedesIds] } },
    orderBy: { number: "asc" },
    select: { number: true, name: true },
  })
  return textOfDecision({ ...view, supersedes: superseded.map(({ number, name }) => `${number}. ${name}`) })
}
