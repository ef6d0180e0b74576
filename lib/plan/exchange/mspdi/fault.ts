import { cut } from "@/lib/base/kernel/cut"

/** Why a file cannot be read: a sentence, and where in the file (both from 1). */
export type ReadFault = { readonly sentence: string; readonly line: number; readonly column: number }

export type Place = { readonly line: number; readonly column: number }

/** Stops the reading from within the parser; `readProject` turns it into a refusal. */
export class FaultFound extends Error {
  readonly fault: ReadFault
  constructor(sentence: string, { line, column }: Place) {
    super(sentence)
    this.fault = { sentence, line, column }
  }
}

/** A piece of the file, short enough to be shown in a sentence. */
export const shown = (text: string): string => (text.length > 40 ? `${cut(text, 40)}...` : text)

/** What a reading gives, or another value where it finds a fault. */
export function unlessFaulty<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof FaultFound) return otherwise
    throw error
  }
}
