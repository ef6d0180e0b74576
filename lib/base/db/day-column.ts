import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"

const MS_PER_DAY = 86_400_000

/** Days travel through Prisma as midnight in UTC. */
export const toDayColumn = (day: Day): Date => new Date(ordinalOf(day) * MS_PER_DAY)
export const fromDayColumn = (date: Date): Day => dayOf(Math.floor(date.getTime() / MS_PER_DAY))
export const toOptionalDayColumn = (day: Day | null): Date | null => (day === null ? null : toDayColumn(day))
export const fromOptionalDayColumn = (date: Date | null): Day | null => (date === null ? null : fromDayColumn(date))
