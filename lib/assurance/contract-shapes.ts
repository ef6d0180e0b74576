import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"

/** Shapes that several contracts here share. */
export const Instant = z.iso.datetime({ offset: true })
export const Someone = z.strictObject({ id: Id, name: z.string() })
export const version = z.int().min(1)
export const reason = z.string().trim().min(5, "Enter a short reason.").max(2000, "Use at most 2,000 characters.")
export const responsibility = z.string().regex(/^[a-z][a-z-]{1,40}$/, "Enter a responsibility key, such as data-owner.")
export const subjectKind = z.enum(["criterion", "gate"])
