import type { Reply } from "./reply"

/** A browser asks for what its page was drawn with within a second or so. */
const KEPT_MS = 5_000

const waiting = new Map<string, { readonly reply: Reply; readonly leaves: NodeJS.Timeout }>()

/**
 * Leaves an answer that a page was drawn with for the browser that asks for the same next. A question is the session
 * and the version tag, which decides an answer down to its reader and the day.
 */
export function keepOnce(question: string, reply: Reply): void {
  clearTimeout(waiting.get(question)?.leaves)
  waiting.set(question, { reply, leaves: setTimeout(() => waiting.delete(question), KEPT_MS).unref() })
}

/** The answer that was left for a question, once. */
export function takeOnce(question: string): Reply | null {
  const found = waiting.get(question)
  if (!found) return null
  clearTimeout(found.leaves)
  waiting.delete(question)
  return found.reply
}
