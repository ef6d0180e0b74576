/**
 * Whether a reader who sends this `If-None-Match` has the answer with this tag already (RFC 9110, 13.1.2): any tag of the
 * list, compared weakly, so that `W/"x"` and `"x"` are the same; `*` stands for whatever there is.
 */
export function isHeldAlready(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === "*") return true
  return Array.from(ifNoneMatch.matchAll(OPAQUE), ([opaque]) => opaque).includes(opaqueOf(tag))
}

/** Whether it names answers that the reader has, and not just any answer. */
export const namesTags = (ifNoneMatch: string | null): boolean => ifNoneMatch?.trim() !== "*"

/** The part between and with the quotation marks, which may hold everything but such marks. */
const OPAQUE = /"[\x21\x23-\x7e\x80-\xff]*"/g
const opaqueOf = (tag: string): string => tag.replace(/^W\//, "")
