import { randomUUID } from "node:crypto"
import { readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"

const KEPT_MILLISECONDS = 86_400_000
/** So many are kept for a programme at once; the oldest give way. */
const MOST_KEPT = 20

export type Brought = {
  readonly programmeId: Id
  readonly addedBy: Id | null
  readonly path: string
  readonly sha256: Uint8Array<ArrayBuffer>
  readonly at: Date
}

/** Keeps a file for a day, where every process of the app finds it. The same file brought twice is kept once. */
export async function keepUpload({ programmeId, addedBy, path: place, sha256, at }: Brought): Promise<Id> {
  const { prisma } = database()
  const expiresAt = new Date(at.getTime() + KEPT_MILLISECONDS)
  const { id } = await prisma.upload.upsert({
    where: { programmeId_sha256: { programmeId, sha256 } },
    create: {
      ...{ id: newId(at), programmeId, addedBy, sha256, createdAt: at, expiresAt },
      bytes: new Uint8Array(await readFile(place)),
    },
    update: { addedBy, expiresAt },
    select: { id: true },
  })
  const old = await prisma.upload.findMany({
    where: { programmeId },
    orderBy: { expiresAt: "desc" },
    skip: MOST_KEPT,
    select: { id: true },
  })
  if (old.length > 0) await prisma.upload.deleteMany({ where: { id: { in: old.map((each) => each.id) } } })
  return id
}

/** Does something with a kept file, which lies in a temporary place meanwhile; null when it is not kept any more. */
export async function withUpload<Value>(
  programmeId: Id,
  id: Id,
  at: Date,
  work: (path: string, sha256: Uint8Array) => Promise<Value>,
): Promise<Value | null> {
  const kept = await database().prisma.upload.findFirst({ where: { id, programmeId, expiresAt: { gt: at } } })
  if (!kept) return null
  const place = path.join(tmpdir(), `lakeward-kept-${randomUUID()}`)
  try {
    await writeFile(place, kept.bytes, { mode: 0o600, flag: "wx" })
    return await work(place, kept.sha256)
  } finally {
    await rm(place, { force: true })
  }
}

/** Files older than a day are deleted. */
export async function sweepUploads(now: Date): Promise<void> {
  await database().prisma.upload.deleteMany({ where: { expiresAt: { lte: now } } })
}
