import * as z from "zod"
import { type Day as CalendarDay, isDay } from "./day"
import type { Id as RecordId } from "./id"

export const Day = z
  .string()
  .refine(isDay, "Write a day that exists, as YYYY-MM-DD.")
  .meta({ id: "Day", format: "date", description: "A calendar day in the programme's time zone." })
export type Day = CalendarDay

/** An identifier of a record: a UUID, in lower case however it was written. */
export const Id = z.uuid({ error: "Give the id as a UUID." }).toLowerCase().meta({ id: "Id" })
export type Id = RecordId

/** One line of text a person typed, trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Write something here.")
    .max(max, `Keep it to ${max} characters.`)
    .refine((text) => !/[\r\n]/.test(text), "Keep it to one line.")

/** Free text of several lines, trimmed, up to `max` characters; may be empty. */
export const paragraph = (max: number) => z.string().trim().max(max, `Keep it to ${max} characters.`)
