export { addDays, addMonths, type DayText, daysBetween, readDay, sayDay, weeksOf } from "@/lib/base/kernel/day-text"
