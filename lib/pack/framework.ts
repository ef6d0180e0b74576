import * as z from "zod"
import { Key } from "./key"
import { Name } from "./texts"

/** The frameworks whose items questions and checks may name: the Well-Architected Lakehouse, and Security Analysis Tool checks. */
export const frameworkKeys = ["wal", "sat"] as const
/** The id of an item in its framework, as `DG-01-04` or `GOV-16`. */
export const FrameworkId = z.string().regex(/^[A-Z]+-\d+(-\d+)?$/, "must be an id as DG-01-04 or GOV-16")

/** A published list of practices or controls: only its ids are kept, never its words. `asOf` and `source` say which state. */
export const Framework = z.strictObject({
  key: z.enum(frameworkKeys),
  name: Name,
  asOf: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "must be a month, as YYYY-MM"),
  source: Name,
  ids: z.array(FrameworkId).min(1),
})
export type Framework = z.output<typeof Framework>

/** What something answers in each framework. */
export const Answers = { wal: z.array(FrameworkId).default([]), sat: z.array(FrameworkId).default([]) }

/** What to do about a check that is not met, in our words, and the statement or setting that does it, if there is one. */
export const Remedy = z.strictObject({
  check: Key,
  todo: z.string().trim().min(1).max(600),
  use: z.string().trim().min(1).max(600).optional(),
  ...Answers,
})
export type Remedy = z.output<typeof Remedy>
