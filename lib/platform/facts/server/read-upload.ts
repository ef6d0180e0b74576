import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import { inTurn, readingFiles } from "@/lib/door/server/in-turn"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "../bundle/bundle"
import { statementHashes } from "../bundle/statement-hash"
import { type FactFile, MAX_FACTS } from "../contract"
import { homesOf } from "../homes"
import { metricKinds } from "../kinds"
import { type ReadFacts, readInProcess } from "./reading/run"

export type ReadUpload = ReadFacts & { readonly bundleVersion: string | null }

/** Reads an uploaded file as the programme's release understands it; null when it is too much to be read. */
export async function readUpload(actor: ProgrammeActor, input: FactFile, file: Upload): Promise<ReadUpload | null> {
  const { packRelease } = await database().prisma.programme.findFirstOrThrow({
    where: { id: actor.programmeId },
    select: { packRelease: true },
  })
  const release = loadRelease(packRelease)
  const version = bundleVersion(release)
  const read = await inTurn(readingFiles, () =>
    readInProcess({
      ...{ path: file.path, source: input.source, now: actor.context.at.toISOString() },
      ...{ takenAt: input.takenAt ?? null, region: input.region ?? "", workspace: input.workspace ?? "" },
      ...homesOf(release, input.source),
      statements: Object.fromEntries(statementHashes(release)),
      ...{ kinds: Object.fromEntries(metricKinds(release)), bundleVersion: version, maxFacts: MAX_FACTS },
    }),
  )
  return read && { ...read, bundleVersion: input.source === "bundle" ? version : null }
}
