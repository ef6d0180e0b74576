import * as z from "zod"
import { cut } from "@/lib/base/kernel/cut"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { visible } from "@/lib/base/kernel/visible-text"
import { Email } from "./email"

/** What an OpenID Connect provider says of somebody (OpenID Connect Core 1.0, section 5.1). */
export const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  /** Entra ID's word for a verified address: the owner of the domain has proved it. */
  xms_edov: z.union([z.boolean(), z.string(), z.number()]).optional(),
  name: z.string().optional(),
  /** When the provider last asked who it is, in seconds since 1970. */
  auth_time: z.number().int().min(0).max(8.64e12).optional(),
})
export type Claims = z.output<typeof Claims>

/** Somebody a provider vouches for. */
export type Vouched = { readonly subject: string; readonly email: string; readonly name: string | null }

const isTrue = (claim: unknown): boolean => claim === true || claim === "true" || claim === 1 || claim === "1"

/** Only an address that the provider has verified says who somebody is. */
export function vouchedFor(claims: Claims): Result<Vouched, "email-not-verified"> {
  const email = Email.safeParse(claims.email)
  if (!email.success || !(isTrue(claims.email_verified) || isTrue(claims.xms_edov))) return refuse("email-not-verified")
  const name = cut(visible(claims.name ?? "", { lines: false }).trim(), 80)
  return ok({ subject: claims.sub, email: email.data, name: name ? name : null })
}
