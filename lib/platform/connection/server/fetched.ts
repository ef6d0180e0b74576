import * as z from "zod"
import { type Result, refuse } from "@/lib/base/kernel/result"
import type { Trouble, TroubleCode } from "../trouble"

/** What a fetch brings: the value, or why it could not be had. */
export type Fetched<Value> = Result<Value, TroubleCode>
export const trouble = (code: TroubleCode, said = "") => refuse(code, { said })

export const troubleOf = (failed: { refusal: TroubleCode; detail?: unknown }): Trouble => ({
  code: failed.refusal,
  said: z.object({ said: z.string() }).safeParse(failed.detail).data?.said ?? "",
})

/** JSON, or undefined for what is none: a wrong host answers with a page. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
