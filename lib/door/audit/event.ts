import type { Id } from "@/lib/base/kernel/id"

export type Scalar = string | number | boolean | null
/** What an event says in ids, words of the model, numbers and days; never names or free text. */
type Told = Scalar | readonly Scalar[]
export type EventData = Readonly<Record<string, Told | Readonly<Record<string, Told>>>>

/** What a command says happened. Free text goes into `texts`, where it can be erased later without breaking the chain. */
export type EventDraft<Type extends string = string, Data extends EventData = EventData> = {
  /** In the past tense, such as `work-item.updated`. */
  readonly type: Type
  /** The record that changed. */
  readonly subject: Id | null
  readonly data: Data
  readonly texts?: Readonly<Record<string, string>>
  /** Another chain than the actor's own: a new programme's, or the installation's. */
  readonly chain?: Id
}

/** An event as it is kept. `texts` maps a field to the sha256 of salt and text, in hex. */
export type KeptEvent = {
  readonly chain: Id
  readonly at: Date
  readonly actor: Id | null
  readonly type: string
  readonly subject: Id | null
  readonly data: EventData
  readonly texts: Readonly<Record<string, string>>
}
