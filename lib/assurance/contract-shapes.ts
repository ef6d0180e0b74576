import * as z from "zod"
import { Id, paragraph } from "@/lib/base/kernel/shapes"

/** Shapes that several contracts here share. */
export const Instant = z.iso.datetime({ offset: true })
export const Someone = z.strictObject({ id: Id, name: z.string() })
export const version = z.int().min(1)
export const reason = paragraph(2000).min(5, "Enter a short reason.")
export const responsibility = z.string().regex(/^[a-z][a-z-]{1,40}$/, "Enter a responsibility key, such as data-owner.")
export const subjectKind = z.enum(["criterion", "gate"])
