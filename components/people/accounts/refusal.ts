import type { CallRefusal, CallResult } from "@/lib/door/call"

/** What a form says after a refusal: a sentence for each field it has, and one for the rest. */
export type FormRefusal = {
  readonly sentence: string | undefined
  readonly field: (name: string) => string | undefined
}

export const noRefusal: FormRefusal = { sentence: undefined, field: () => undefined }

/** Lays the sentences of a refusal at the fields they speak of. */
export function refusalOf(result: CallResult<unknown> | CallRefusal): FormRefusal {
  if (result.ok) return noRefusal
  const fields = result.fields ?? []
  return {
    sentence: fields.length === 0 ? result.detail : undefined,
    field: (name) => fields.find(({ path }) => path === name)?.message,
  }
}
