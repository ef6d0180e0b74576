import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"

/** What kinds of values make their shapes of. Handed to them, so that a browser that only shows a record carries no shapes. */
export const shapeTools = { z, Day, Id, line, paragraph }
export type ShapeTools = typeof shapeTools
