import { createHash, randomUUID } from "node:crypto"
import { open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Upload } from "@/lib/door/file"
import type { Asked } from "./request"

/**
 * Writes a body to a temporary file while it arrives, and counts and hashes it on the way; nothing of it is held in
 * memory. Whoever asked for it removes the file with `removeSpooled`.
 */
export async function spool(asked: Asked, maxBytes: number): Promise<Result<Upload, "file-too-large" | "no-file">> {
  if (Number(asked.headers.get("content-length") ?? 0) > maxBytes) return refuse("file-too-large", { maxBytes })
  const place = path.join(tmpdir(), `lakeward-upload-${randomUUID()}`)
  const hash = createHash("sha256")
  const file = await open(place, "wx", 0o600)
  let size = 0
  let isWhole = false
  try {
    for await (const chunk of asked.body ?? []) {
      size += chunk.length
      if (size > maxBytes) return refuse("file-too-large", { maxBytes })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (size === 0) return refuse("no-file")
    isWhole = true
    return ok({ path: place, size, sha256: new Uint8Array(hash.digest()) })
  } finally {
    await file.close()
    if (!isWhole) await rm(place, { force: true })
  }
}

export const removeSpooled = (file: Upload): Promise<void> => rm(file.path, { force: true })
