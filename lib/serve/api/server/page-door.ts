import { JsonText } from "@/lib/door/server/serve"
import { reply } from "./router"

/** An answer to a page's own read: its text, and how long the programme's chain was at least. */
export type PageAnswer = { readonly text: string; readonly seq: number }

/** Answers a read as the API would; null where it is refused. */
async function answerPage(url: URL, headers: Headers): Promise<PageAnswer | null> {
  const { status, headers: said, body } = await reply({ method: "GET", url, headers, body: null, forPage: true })
  const text = body instanceof JsonText ? body.text : body
  return status === 200 && typeof text === "string" ? { text, seq: Number(said["lakeward-seq"] ?? 0) } : null
}

/** The server in front answers operations with code of its own; what that keeps need not be kept twice. */
const shared = globalThis as typeof globalThis & { lakewardPageDoor?: typeof answerPage }

/** Lets pages ask the door that stands in front of them. */
export function sharePageDoor(): void {
  shared.lakewardPageDoor = answerPage
}

/** The door for a page's own reads: the shared one, or while sources change the one beside the page. */
export const pageDoor = (): typeof answerPage => shared.lakewardPageDoor ?? answerPage
