import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import { loadRelease } from "@/lib/pack/server/releases"
import { type Bundle, bundleOf } from "../bundle/bundle"
import { notebook } from "../bundle/notebook"
import { sqlFile } from "../bundle/sql-file"
import type { FactBundleView } from "../bundle-contract"
import { findSettled } from "./standing-sets"

/** What the bundle of the actor's programme reads and asks for. */
export async function findBundle(actor: ProgrammeActor): Promise<FactBundleView> {
  const { version, parameters, statements } = await bundleFor(actor)
  return {
    version,
    parameters: parameters.map(({ name, type, fallback, meaning }) => ({ name, type, fallback, meaning })),
    tables: [...new Set(statements.flatMap(({ reads }) => reads))].sort(),
    measures: statements.map(({ measure, evidence, comment }) => ({ name: measure, evidence, why: comment })),
  }
}

export async function findBundleSql(actor: ProgrammeActor): Promise<FileAnswer> {
  const bundle = await bundleFor(actor)
  return new FileAnswer(`lakeward-facts-${bundle.version}.sql`, "application/sql", bytesOf(sqlFile(bundle)))
}

export async function findBundleNotebook(actor: ProgrammeActor): Promise<FileAnswer> {
  const bundle = await bundleFor(actor)
  return new FileAnswer(`lakeward-facts-${bundle.version}.py`, "text/x-python", bytesOf(notebook(bundle)))
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Of the release that the programme is pinned to. */
async function bundleFor({ programmeId }: ProgrammeActor): Promise<Bundle> {
  const { packRelease } = await database().prisma.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  return bundleOf(loadRelease(packRelease), { settled: await findSettled(database().prisma, programmeId) })
}
