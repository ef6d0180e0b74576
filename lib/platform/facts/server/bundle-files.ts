import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import { loadRelease } from "@/lib/pack/server/releases"
import { type Bundle, bundleOf } from "../bundle/bundle"
import { costOf, sayCost } from "../bundle/cost"
import { grantScript } from "../bundle/grants"
import { notebook } from "../bundle/notebook"
import { sqlFile } from "../bundle/sql-file"
import type { BundleChoice, FactBundleView } from "../bundle-contract"
import { documentedTables } from "./documented-tables"
import { findSettled } from "./standing-sets"

/** What the bundle of the actor's programme reads and asks for. */
export async function findBundle(actor: ProgrammeActor, choice: BundleChoice): Promise<FactBundleView> {
  const bundle = await bundleFor(actor, choice)
  const { version, parameters, statements } = bundle
  const previews = new Set(
    documentedTables().flatMap(({ table, status }) => (status === "public preview" ? [table] : [])),
  )
  const cost = costOf(bundle)
  return {
    version,
    parameters: parameters.map(({ name, type, fallback, meaning }) => ({ name, type, fallback, meaning })),
    tables: [...new Set(statements.flatMap(({ reads }) => reads))].sort(),
    measures: statements.map(({ measure, evidence, alsoEvidence, comment, reads }) => ({
      ...{ name: measure, evidence: [evidence, ...alsoEvidence], why: comment, tables: [...reads] },
      preview: reads.some((table) => previews.has(table)),
    })),
    cost: { ...cost, said: sayCost(cost) },
  }
}

export async function findBundleSql(actor: ProgrammeActor, choice: BundleChoice): Promise<FileAnswer> {
  const bundle = await bundleFor(actor, choice)
  return new FileAnswer(`lakeward-facts-${bundle.version}.sql`, "application/sql", bytesOf(sqlFile(bundle)))
}

export async function findBundleNotebook(actor: ProgrammeActor, choice: BundleChoice): Promise<FileAnswer> {
  const bundle = await bundleFor(actor, choice)
  return new FileAnswer(`lakeward-facts-${bundle.version}.py`, "text/x-python", bytesOf(notebook(bundle)))
}

export async function findBundleGrants(actor: ProgrammeActor, choice: BundleChoice): Promise<FileAnswer> {
  const bundle = await bundleFor(actor, choice)
  return new FileAnswer(`lakeward-grants-${bundle.version}.sql`, "application/sql", bytesOf(grantScript(bundle)))
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Of the release that the programme is pinned to, filled in with what the programme has settled. */
async function bundleFor({ programmeId }: ProgrammeActor, { leaveOut, region }: BundleChoice): Promise<Bundle> {
  const { prisma } = database()
  const { packRelease } = await prisma.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  const settled = await findSettled(prisma, programmeId)
  return bundleOf(loadRelease(packRelease), {
    leaveOut: new Set((leaveOut ?? "").split(",")),
    settled: region === undefined ? settled : { ...settled, region },
  })
}
