import { JsonText } from "@/lib/audit/server/serve"
import type { Reply } from "./reply"

/** So many characters of answers are kept, newest first: a page of 1,000 items needs about 800,000. */
const MOST_KEPT = 8_000_000

type Kept = { readonly reply: Promise<Reply>; size: number }

const kept = new Map<string, Kept>()

/**
 * Answers once what is asked again while nothing changed: for the page that is drawn, and the browser that asks for the
 * same right after it. A question is the session and the version tag, which decides an answer down to its reader and
 * the day; null is never kept.
 */
export async function onceFor(question: string | null, answer: () => Promise<Reply>): Promise<Reply> {
  if (question === null) return answer()
  const known = kept.get(question)
  if (known) {
    kept.delete(question)
    kept.set(question, known)
    return known.reply
  }
  const mine: Kept = { reply: answer().then(asOneText), size: 0 }
  kept.set(question, mine)
  try {
    const reply = await mine.reply
    if (reply.status === 200 && reply.body instanceof JsonText) mine.size = reply.body.text.length
    else forget(question, mine)
    trim()
    return reply
  } catch (error) {
    forget(question, mine)
    throw error
  }
}

/** The same object every time, so that its bytes are packed once. */
const asOneText = (reply: Reply): Reply =>
  typeof reply.body === "string" ? { ...reply, body: new JsonText(reply.body) } : reply

function forget(question: string, mine: Kept): void {
  if (kept.get(question) === mine) kept.delete(question)
}

function trim(): void {
  let size = 0
  for (const [question, each] of [...kept].reverse()) {
    size += each.size
    if (size > MOST_KEPT) kept.delete(question)
  }
}
