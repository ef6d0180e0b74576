import * as z from "zod"
import { type Day as CalendarDay, isDay } from "./day"
import type { Id as RecordId } from "./id"
import { hiddenIn } from "./visible-text"

export const Day = z
  .string()
  .refine(isDay, "Enter a valid date as YYYY-MM-DD.")
  .meta({ id: "Day", format: "date", description: "A calendar day in the programme's time zone." })
export type Day = CalendarDay

/** An identifier of a record: a UUID, in lower case however it was written. */
export const Id = z.uuid({ error: "Enter the id as a UUID." }).toLowerCase().meta({ id: "Id" })
export type Id = RecordId

const sayHidden = (text: unknown, lines: boolean): string =>
  `This contains an invisible character (${hiddenIn(String(text), { lines })}). Remove it and try again.`

/** One line of text a person typed, trimmed, composed (NFC), 1 to `max` characters, each of which can be seen. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize("NFC")
    .min(1, "Enter a value.")
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => !/[\r\n]/.test(text), { error: "Use a single line.", abort: true })
    .refine((text) => hiddenIn(text, { lines: false }) === null, { error: ({ input }) => sayHidden(input, false) })

/** Free text of several lines, trimmed, up to `max` characters; may be empty. Lines end in a line feed. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .overwrite((text) => text.replaceAll(/\r\n?/g, "\n"))
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => hiddenIn(text, { lines: true }) === null, { error: ({ input }) => sayHidden(input, true) })
