/** The outcome of a rule: a value, or a refusal named by its code. Surprises are thrown instead. */
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>
export type Ok<Value> = { readonly ok: true; readonly value: Value }
/** `detail` is for the caller's eyes, such as the record as it stands now; it may be shown to whoever was refused. */
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal; readonly detail?: Detail }
export type Detail = Readonly<Record<string, unknown>>

export const ok = <const Value>(value: Value): Ok<Value> => ({ ok: true, value })
export const refuse = <const Refusal>(refusal: Refusal, detail?: Detail): Refused<Refusal> =>
  detail ? { ok: false, refusal, detail } : { ok: false, refusal }
