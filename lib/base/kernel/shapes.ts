import * as z from "zod"
import { type Day as CalendarDay, isDay } from "./day"
import type { Id as RecordId } from "./id"

export const Day = z
  .string()
  .refine(isDay, "Enter a valid date as YYYY-MM-DD.")
  .meta({ id: "Day", format: "date", description: "A calendar day in the programme's time zone." })
export type Day = CalendarDay

/** An identifier of a record: a UUID, in lower case however it was written. */
export const Id = z.uuid({ error: "Enter the id as a UUID." }).toLowerCase().meta({ id: "Id" })
export type Id = RecordId

/** One line of text a person typed, trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Enter a value.")
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => !/[\r\n]/.test(text), "Use a single line.")

/** Free text of several lines, trimmed, up to `max` characters; may be empty. */
export const paragraph = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`)
