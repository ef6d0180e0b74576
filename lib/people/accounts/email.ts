import * as z from "zod"

const sayFault = (text: unknown): string =>
  /^[\x20-\x7e]*$/.test(String(text))
    ? "Enter an e-mail address, such as name@example.org."
    : "Enter the address in plain Latin letters, digits and symbols. Other letters can look the same and belong to someone else."

/**
 * An e-mail address as accounts are found by: trimmed, in lower case, at most 254 characters (RFC 5321). It is looked at
 * before its letters are folded, and only ASCII passes: folding alone would turn a Kelvin sign (U+212A) into a k.
 */
export const Email = z
  .string()
  .trim()
  .pipe(
    z
      .email({ error: ({ input }) => sayFault(input) })
      .max(254)
      .toLowerCase(),
  )
  .meta({ id: "Email", format: "email" })
