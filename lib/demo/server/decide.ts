import { createHash } from "node:crypto"
import { signDecision } from "@/lib/assurance/server/decisions"
import { database } from "@/lib/base/db/client"
import { decision } from "@/lib/design/decisions/decision"
import { textOfOptions } from "@/lib/design/decisions/options"
import { judgeDecision } from "@/lib/design/decisions/rules"
import { followStatus } from "@/lib/design/decisions/server/follow"
import { findDecisionText } from "@/lib/design/decisions/server/queries"
import { reviewDecision } from "@/lib/design/decisions/server/review"
import { commandsOf } from "@/lib/records/server/commands"
import { findAll } from "@/lib/records/server/queries"
import { decisions, type ToldDecision } from "../story/decisions"
import type { DesignEvent } from "../story/design-event"
import type { Scene } from "./scene"
import { told } from "./stage"

const commands = commandsOf(decision, { rule: judgeDecision, also: followStatus })

/** Writes a decision down, and sends it to review where something is chosen. */
export async function decide({ stage, at }: Scene, { who, decision: name }: { who: string; decision: string }) {
  const actor = stage.actor(who, at)
  const { programmeId } = stage
  const { prisma } = database()
  const of = toldOf(name)
  const [gaps, items, places, others] = await Promise.all([
    prisma.assessmentQuestion.findMany({ where: { programmeId, key: { in: [...of.gaps] } } }),
    prisma.landscapeItem.findMany({ where: { programmeId, name: { in: [...of.landscape] } } }),
    prisma.environment.findMany({ where: { programmeId, name: { in: [...of.environments] } } }),
    prisma.decision.findMany({ where: { programmeId, name: of.supersedes ?? "" } }),
  ])
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  const { context, consequences, options, owner, reviewers, signers } = of
  const draft = {
    ...{ name, context, consequences, options: textOfOptions(options), signers: [...signers] },
    choice: of.chosen === null ? null : (options[of.chosen]?.name ?? null),
    ownerId: stage.personId(owner),
    reviewerIds: reviewers.map((person) => stage.personId(person)),
    ...{ gapIds: ids(gaps), landscapeIds: ids(items), environmentIds: ids(places), supersedesIds: ids(others) },
  }
  const { id: recordId, version } = told(name, await commands.add(actor, draft))
  if (of.chosen !== null)
    told(`review of ${name}`, await commands.change(actor, { recordId, version, status: "in_review" }))
}

type Acts = Extract<DesignEvent, { readonly decision: string }>

/** Somebody agrees to a decision, or signs it for what they answer for. */
export async function actOnDecision({ stage, at }: Scene, event: { who: string } & Acts): Promise<void> {
  const actor = stage.actor(event.who, at)
  const view = (await findAll(decision, stage.programmeId)).find(({ name }) => name === event.decision)
  if (!view) throw new Error(`the story acts on ${event.decision}, which is not written down`)
  if (event.does === "decide") throw new Error("a decision is written down before it is acted on")
  if (event.does === "agree-to") {
    told(`agree to ${view.name}`, await reviewDecision(actor, { recordId: view.id, agreed: true, note: null }))
    return
  }
  const text = await findDecisionText(database().prisma, stage.programmeId, view)
  const statementHash = createHash("sha256").update(text).digest("hex")
  const { responsibility } = event
  told(`sign ${view.name}`, await signDecision(actor, { decisionId: view.id, responsibility, statementHash }))
}

function toldOf(name: string): ToldDecision {
  const found = decisions.find((each) => each.name === name)
  if (!found) throw new Error(`no decision of the story is called ${name}`)
  return found
}
