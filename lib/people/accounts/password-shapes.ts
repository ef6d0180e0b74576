import * as z from "zod"
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./password"

/** A password somebody chooses: 15 to 256 code points, any of them; no rules of composition. */
export const NewPassword = z
  .string()
  .refine(
    (text) => [...text].length >= MIN_PASSWORD_LENGTH,
    `Choose at least ${MIN_PASSWORD_LENGTH} characters; a few random words work well.`,
  )
  .refine((text) => [...text].length <= MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters.`)
  .meta({ format: "password" })

/** A password somebody shows; whatever it is, it is only compared. */
export const ShownPassword = z.string().min(1, "Enter your password.").max(1_000).meta({ format: "password" })
