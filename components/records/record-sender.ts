import { type CallRefusal, type CallResult, call, currentOf } from "@/lib/door/call"
import { addressesOf } from "@/lib/records/addresses"
import type { Change, Draft, Fields, RecordType, View } from "@/lib/records/record"
import type { Asked } from "./record-editor"

type Listed<Of> = CallResult<readonly Of[]>

/** The writes of a type of record over the API. */
export type RecordSender<F extends Fields = Fields> = {
  readonly add: (draft: Draft<F>, key: string) => Promise<CallResult<View<F>>>
  readonly change: (asked: readonly Asked[], change: Change<F>, key: string) => Promise<Listed<View<F>>>
  readonly remove: (asked: Asked, key: string) => Promise<CallResult<unknown>>
  readonly restore: (id: string, key: string) => Promise<CallResult<View<F>>>
  readonly currentIn: (refusal: CallRefusal) => View<F> | null
}

export function senderOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  programmeId: string,
): RecordSender<F>
export function senderOf(of: RecordType, programmeId: string): RecordSender {
  const at = addressesOf(of)
  return {
    add: (draft, idempotencyKey) => call(at.add, { programmeId, ...draft }, { idempotencyKey }),
    change: async (asked, change, idempotencyKey) => {
      const [only, ...others] = asked
      if (only && others.length === 0) {
        const input = { programmeId, recordId: only.id, version: only.version, ...change }
        const one = await call(at.change, input, { idempotencyKey })
        return one.ok ? { ...one, value: [one.value] } : one
      }
      const many = await call(at.changeMany, { programmeId, items: asked, change }, { idempotencyKey })
      return many.ok ? { ...many, value: many.replayed ? [] : many.value.items } : many
    },
    remove: ({ id: recordId, version }, idempotencyKey) =>
      call(at.remove, { programmeId, recordId, version }, { idempotencyKey }),
    restore: (recordId, idempotencyKey) => call(at.restore, { programmeId, recordId }, { idempotencyKey }),
    currentIn: (refusal) => currentOf(at.change, refusal),
  }
}
