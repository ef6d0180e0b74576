import * as z from "zod"

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
