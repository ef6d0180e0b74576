import { type Day, day, dayOf, type Ordinal, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { easterOf } from "./easter"

export const holidayRegions = ["germany", "england-and-wales", "france", "united-states"] as const
export type HolidayRegion = (typeof holidayRegions)[number]

export const regionNames: Record<HolidayRegion, string> = {
  germany: "Germany, nationwide",
  "england-and-wales": "England and Wales",
  france: "France",
  "united-states": "United States, federal",
}

type Named = { readonly day: Day; readonly name: string }
type Rule = { readonly name: string; readonly on: (year: number) => Ordinal }

/**
 * The public holidays of a region in a year by its standing rules, as days off work: those that fall on a weekend are
 * given on the day that stands for them where the law says so. Single proclaimed days are not known.
 */
export const publicHolidays = (region: HolidayRegion, year: number): Named[] =>
  rules[region](year)
    .map(({ name, on }) => ({ day: dayOf(on(year)), name }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))

const date = (year: number, month: number, dayOfMonth: number): Ordinal =>
  ordinalOf(day(`${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`))
const fixed = (name: string, month: number, dayOfMonth: number): Rule => ({
  name,
  on: (year) => date(year, month, dayOfMonth),
})
/** So many days after Easter Sunday. */
const movable = (name: string, days: number): Rule => ({ name, on: (year) => easterOf(year) + days })
/** The nth weekday (1 Monday) of a month. */
const nth = (name: string, month: number, weekday: number, n: number): Rule => ({
  name,
  on: (year) => {
    const first = date(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1)
  },
})
/** The last Monday of a month of 31 days. */
const lastMonday = (name: string, month: number): Rule => ({
  name,
  on: (year) => {
    const last = date(year, month, 31)
    return last - (weekdayOf(last) - 1)
  },
})
/** United States Code, title 5, section 6103: of a Saturday the Friday before, of a Sunday the Monday after. */
const observed = ({ name, on }: Rule): Rule => ({
  name,
  on: (year) => on(year) + ([0, 0, 0, 0, 0, 0, -1, 1][weekdayOf(on(year))] ?? 0),
})
/** Of a weekend the next Monday, or the Tuesday where Monday is taken by the holiday before it. */
const substituted = ({ name, on }: Rule, weekendDays: readonly number[]): Rule => ({
  name,
  on: (year) => on(year) + (weekendDays[weekdayOf(on(year)) - 1] ?? 0),
})

const christian = {
  goodFriday: movable("Good Friday", -2),
  easterMonday: movable("Easter Monday", 1),
  ascension: movable("Ascension Day", 39),
  whitMonday: movable("Whit Monday", 50),
  christmas: fixed("Christmas Day", 12, 25),
}
const newYear = fixed("New Year's Day", 1, 1)

const rules: Record<HolidayRegion, (year: number) => readonly Rule[]> = {
  germany: () => [
    ...[newYear, christian.goodFriday, christian.easterMonday, fixed("Labour Day", 5, 1), christian.ascension],
    ...[christian.whitMonday, fixed("Day of German Unity", 10, 3), christian.christmas],
    fixed("Second Day of Christmas", 12, 26),
  ],
  "england-and-wales": () => [
    substituted(newYear, [0, 0, 0, 0, 0, 2, 1]),
    ...[christian.goodFriday, christian.easterMonday],
    nth("Early May bank holiday", 5, 1, 1),
    ...[lastMonday("Spring bank holiday", 5), lastMonday("Summer bank holiday", 8)],
    substituted(christian.christmas, [0, 0, 0, 0, 0, 2, 2]),
    substituted(fixed("Boxing Day", 12, 26), [0, 0, 0, 0, 0, 2, 2]),
  ],
  france: () => [
    ...[newYear, christian.easterMonday, fixed("Labour Day", 5, 1), fixed("Victory Day", 5, 8), christian.ascension],
    ...[christian.whitMonday, fixed("National Day", 7, 14), fixed("Assumption", 8, 15), fixed("All Saints", 11, 1)],
    ...[fixed("Armistice Day", 11, 11), christian.christmas],
  ],
  "united-states": () => [
    ...[observed(newYear), nth("Martin Luther King Jr. Day", 1, 1, 3), nth("Washington's Birthday", 2, 1, 3)],
    ...[lastMonday("Memorial Day", 5), observed(fixed("Juneteenth", 6, 19))],
    ...[observed(fixed("Independence Day", 7, 4)), nth("Labor Day", 9, 1, 1), nth("Columbus Day", 10, 1, 2)],
    ...[observed(fixed("Veterans Day", 11, 11)), nth("Thanksgiving Day", 11, 4, 4), observed(christian.christmas)],
  ],
}
