import { createHash } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Upload } from "@/lib/door/file"

/** Lets something take a text as a file that came in, which is gone afterwards. */
export async function withUpload<Value>(text: string, take: (upload: Upload) => Promise<Value>): Promise<Value> {
  const bytes = Buffer.from(text)
  const folder = await mkdtemp(join(tmpdir(), "lakeward-demo-"))
  const path = join(folder, "file")
  try {
    await writeFile(path, bytes)
    return await take({
      path,
      size: bytes.length,
      sha256: Uint8Array.from(createHash("sha256").update(bytes).digest()),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
