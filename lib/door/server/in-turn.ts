/** So many are waiting that one more is better told to come again; the door answers it like a busy database. */
class TooManyWaiting extends Error {
  readonly code = "53000"
}

type Slots = { running: number; readonly waiting: (() => void)[] }
/** Both servers of the process, the product's and the framework's, count in one place. */
const shared = globalThis as typeof globalThis & { lakewardSlots?: Map<string, Slots> }

function slotsOf(kind: string): Slots {
  shared.lakewardSlots ??= new Map()
  const slots = shared.lakewardSlots.get(kind) ?? { running: 0, waiting: [] }
  shared.lakewardSlots.set(kind, slots)
  return slots
}

export type Turns = { readonly kind: string; readonly atOnce: number; readonly mostWaiting: number }

/** Does work of a kind that costs much memory, at most so many at once; the others wait their turn. @throws TooManyWaiting */
export async function inTurn<Value>(turns: Turns, work: () => Promise<Value>): Promise<Value> {
  const slots = slotsOf(turns.kind)
  if (slots.running >= turns.atOnce) {
    if (slots.waiting.length >= turns.mostWaiting) throw new TooManyWaiting(`too much ${turns.kind} was requested`)
    await new Promise<void>((resolve) => slots.waiting.push(resolve))
  } else slots.running += 1
  try {
    return await work()
  } finally {
    const next = slots.waiting.shift()
    if (next) next()
    else slots.running -= 1
  }
}

/** Files are read in processes of their own, each of up to half a GiB: two at a time, whatever they hold. */
export const readingFiles: Turns = { kind: "reading of files", atOnce: 2, mostWaiting: 16 }
