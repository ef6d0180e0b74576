import * as z from "zod"

/** An e-mail address as accounts are found by: trimmed, in lower case, at most 254 characters (RFC 5321). */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an e-mail address, such as name@example.org.").max(254))
  .meta({ id: "Email", format: "email" })
