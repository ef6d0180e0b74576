import * as z from "zod"
import { Day } from "@/lib/base/kernel/shapes"
import type { WorkingCalendar as Calendar } from "./working-calendar"

export const WorkingCalendar = z
  .strictObject({
    weekend: z.array(z.int().min(1).max(7)).max(7),
    holidays: z.array(Day).max(5000),
  })
  .meta({ id: "WorkingCalendar", description: "Weekend days (1 Monday to 7 Sunday) and holidays." })
export type WorkingCalendar = Calendar
