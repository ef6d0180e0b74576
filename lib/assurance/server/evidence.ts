import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import type { getEvidenceFile, listEvidence } from "../evidence-contract"
import { listEvidenceRows } from "./evidence-rows"

/** Everything that was handed in, or what was handed in for one check. */
export const findEvidence = async (actor: ProgrammeActor, { checkId }: z.output<typeof listEvidence.input>) => ({
  items: await listEvidenceRows(database().prisma, actor, checkId),
})

/** The file of a piece of evidence, whatever it is; it only ever leaves as a download. */
export async function findEvidenceFile(
  { programmeId }: ProgrammeActor,
  { evidenceId }: z.output<typeof getEvidenceFile.input>,
): Promise<FileAnswer | null> {
  const row = await database().prisma.evidence.findFirst({
    where: { id: evidenceId, programmeId },
    select: { fileName: true, file: { select: { content: true } } },
  })
  return row?.file ? new FileAnswer(row.fileName ?? "evidence", "application/octet-stream", row.file.content) : null
}
