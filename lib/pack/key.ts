import * as z from "zod"

/** A permanent name: lower-case words joined by hyphens, each beginning with a letter. Never reused, never a number. */
export const Key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/, "must be lower-case words joined by hyphens")
