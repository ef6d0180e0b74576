import { ok, type Result, refuse } from "@/lib/base/kernel/result"

const HOUR_MS = 3_600_000
/** How long a one-time link holds, in milliseconds: an invitation seven days, a password reset one. */
export const linkLifetime = { invitation: 168 * HOUR_MS, password_reset: 24 * HOUR_MS } as const
export type LinkKind = keyof typeof linkLifetime

export type OneTimeLink = { readonly expiresAt: Date; readonly usedAt: Date | null }

/** A link opens once, and not after its time. An unknown link is refused in the same words, so that none is confirmed. */
export function openLink<Link extends OneTimeLink>(link: Link | null, now: Date): Result<Link, "link-not-valid"> {
  if (!link || link.usedAt || link.expiresAt <= now) return refuse("link-not-valid")
  return ok(link)
}

/** Where the page of a link lies, below the product's address. */
export const linkPath = (kind: LinkKind, secret: string): string =>
  kind === "invitation" ? `/invitation/${secret}` : `/reset/${secret}`
