import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"

/** Shapes that several contracts here share. */
export const Instant = z.iso.datetime({ offset: true })
export const Someone = z.strictObject({ id: Id, name: z.string() })
export const version = z.int().min(1)
export const reason = z.string().trim().min(5, "Say why, in a few words.").max(2000, "Keep it to 2,000 characters.")
export const responsibility = z.string().regex(/^[a-z][a-z-]{1,40}$/, "A responsibility is a word such as data-owner.")
export const subjectKind = z.enum(["criterion", "gate"])
