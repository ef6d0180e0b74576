import { randomUUID } from "node:crypto"
import { headers } from "next/headers"
import { appOrigin } from "@/lib/door/access/server/origin"
import { addressOf } from "@/lib/door/call"
import type { Contract } from "@/lib/door/contract"
import { keepForPage, type PreloadedReads } from "../preloaded-answers"
import { pageDoor } from "./page-door"

/** Longer than any page takes to be drawn. */
const KEPT_MS = 15_000

/**
 * Has reads of a programme answered for the reader of a page, so that it is drawn before its scripts are there. Null on
 * the way from page to page, where the browser has most of it, and where a read is refused: then it asks for itself.
 */
export async function loadAnswers(
  programmeId: string,
  contracts: readonly (Contract | readonly [Contract, object])[],
): Promise<PreloadedReads | null> {
  const asking = await headers()
  if (asking.get("sec-fetch-dest") !== "document") return null
  const reads = contracts.map((read) => {
    const [contract, more] = "name" in read ? [read, {}] : read
    const input = { programmeId, ...more }
    return { operation: contract.name, input, url: addressOf(contract, input).url }
  })
  const asked = await Promise.all(reads.map(({ url }) => pageDoor()(new URL(url, appOrigin()), askingAs(asking))))
  const answers = asked.filter((answer) => answer !== null)
  if (answers.length < reads.length) return null
  const ticket = randomUUID()
  const waiting = answers.map(({ text, seq }) => ({ value: JSON.parse(text), seq }))
  setTimeout(keepForPage(ticket, waiting), KEPT_MS).unref()
  return { ticket, reads }
}

/** Who asks, and not what their browser takes or has. */
function askingAs(asking: Headers): Headers {
  const same = new Headers(asking)
  for (const name of ["accept", "if-none-match"]) same.delete(name)
  return same
}
