import { addressOf } from "@/lib/door/call"
import { addressesOf } from "@/lib/records/addresses"
import type { RecordType } from "@/lib/records/record"

/** Saves these records as a file, in this order. Answers a sentence when it could not be made. */
export async function downloadSheet(
  of: RecordType,
  programmeId: string,
  format: "csv" | "xlsx",
  ids: readonly string[],
): Promise<string | null> {
  const address = addressesOf(of).export
  const { url, body } = addressOf(address, { programmeId, format, ids })
  const path = url.replace("{programmeId}", programmeId)
  try {
    const response = await fetch(path, {
      method: address.method,
      body,
      headers: { "content-type": "application/json" },
    })
    if (!response.ok) return (await response.json()).detail
    const link = document.createElement("a")
    link.href = URL.createObjectURL(await response.blob())
    link.download = nameIn(response.headers.get("content-disposition")) ?? `${of.path}.${format}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return null
  } catch {
    return "Can't reach the server. Try again."
  }
}

const nameIn = (disposition: string | null): string | null => /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? null
