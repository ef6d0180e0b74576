/**
 * Plans a Microsoft Project XML file anew as Project does, by nothing but its inputs (durations, links, constraints,
 * actual dates, calendar). Written apart from the product: it reads the text by patterns, counts working minutes day by
 * day, and looks at all tasks again until nothing moves.
 */
export type Recalculated = {
  readonly uid: number
  readonly name: string
  readonly summary: boolean
  /** Working minutes from the first day that is looked at. */
  readonly start: number
  readonly finish: number
  readonly said: { readonly start: number; readonly finish: number }
}
type Task = {
  uid: number
  name: string
  level: number
  active: boolean
  summary: boolean
  fields: ReadonlyMap<string, string>
  links: { from: number; type: number; lag: number }[]
  above: number[]
}

const inner = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map(([, text = ""]) => text)
const value = (xml: string, tag: string): string => inner(xml, tag)[0] ?? ""

function tasksIn(xml: string): Task[] {
  const tasks = inner(value(xml, "Tasks"), "Task").map((text): Task => {
    const plain = text.replaceAll(/<(Baseline|ExtendedAttribute|PredecessorLink)>[\s\S]*?<\/\1>/g, "")
    const fields = new Map([...plain.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = "", each = ""]) => [name, each]))
    const number = (name: string) => Number(fields.get(name) ?? 0)
    return {
      ...{ uid: number("UID"), name: fields.get("Name") ?? "", level: number("OutlineLevel"), fields, above: [] },
      ...{ active: fields.get("Active") !== "0", summary: fields.get("Summary") === "1" },
      links: inner(text, "PredecessorLink").map((link) => ({
        ...{ from: Number(value(link, "PredecessorUID")), type: Number(value(link, "Type")) },
        lag: Number(value(link, "LinkLag")) / 10,
      })),
    }
  })
  const stack: Task[] = []
  for (const task of tasks) {
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= task.level) stack.pop()
    task.above = stack.map(({ uid }) => uid)
    stack.push(task)
  }
  return tasks
}

const MS = 86_400_000
const dayNumber = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / MS

/** Working minutes before a moment, from ten years before the project on; days have 08:00 to 12:00 and 13:00 to 17:00. */
function clockOf(xml: string): (moment: string) => number {
  const calendar = value(xml, "Calendars")
  const off = new Set(
    inner(value(calendar, "WeekDays"), "WeekDay")
      .filter((each) => value(each, "DayType") !== "0" && value(each, "DayWorking") === "0")
      .map((each) => Number(value(each, "DayType")) - 1),
  )
  const holidays = new Set(inner(value(calendar, "Exceptions"), "FromDate").map(dayNumber))
  const first = dayNumber(value(xml, "StartDate")) - 3_653
  const before = [0]
  for (let at = 0; at < 30_000; at++) {
    const isOff = off.has(new Date((first + at) * MS).getUTCDay()) || holidays.has(first + at)
    before.push((before[at] ?? 0) + (isOff ? 0 : 480))
  }
  return (moment) => {
    const at = dayNumber(moment) - first
    const [hours = 0, minutes = 0] = moment.slice(11).split(":").map(Number)
    const past = hours * 60 + minutes
    const worked = Math.min(240, Math.max(0, past - 480)) + Math.min(240, Math.max(0, past - 780))
    return (before[at] ?? 0) + Math.min(worked, (before[at + 1] ?? 0) - (before[at] ?? 0))
  }
}

const minutes = (text: string | undefined): number => {
  const [, hours = "0", rest = "0", seconds = "0"] = /^PT(\d+)H(\d+)M(\d+)S$/.exec(text ?? "") ?? []
  return Number(hours) * 60 + Number(rest) + Number(seconds) / 60
}

export function recalculate(xml: string): Recalculated[] {
  const tasks = tasksIn(xml)
  const at = clockOf(xml)
  const byUid = new Map(tasks.map((task) => [task.uid, task]))
  const times = new Map<number, { start: number; finish: number }>()
  const begin = at(value(xml, "StartDate"))
  const plan = (task: Task) => {
    const { fields } = task
    const moment = (name: string) => (fields.has(name) ? at(fields.get(name) ?? "") : null)
    const length = minutes(fields.get("Duration"))
    const [began, ended] = [moment("ActualStart"), moment("ActualFinish")]
    if (fields.get("PercentComplete") === "100" && began !== null && ended !== null)
      return { start: began, finish: Math.max(began, ended) }
    if (began !== null) {
      const resumed = moment("Resume")
      return {
        start: began,
        finish: resumed === null ? began + length : resumed + minutes(fields.get("RemainingDuration")),
      }
    }
    let start = Math.max(begin, fields.get("ConstraintType") === "4" ? (moment("ConstraintDate") ?? 0) : 0)
    for (const { from, type, lag } of [task.uid, ...task.above].flatMap((uid) => byUid.get(uid)?.links ?? [])) {
      const source = byUid.get(from)?.active ? times.get(from) : undefined
      if (!source) continue
      const bound = (type === 0 || type === 1 ? source.finish : source.start) + lag
      start = Math.max(start, type === 0 || type === 2 ? bound - length : bound)
    }
    return { start, finish: start + length }
  }
  for (let round = 0, moved = true; moved && round < 500; round++) {
    moved = false
    for (const task of tasks) {
      const inside = tasks.filter((each) => !each.summary && each.active && each.above.includes(task.uid))
      const parts = inside.flatMap(({ uid }) => times.get(uid) ?? [])
      if (!task.active || (task.summary && parts.length === 0)) continue
      const next = task.summary
        ? {
            start: Math.min(...parts.map(({ start }) => start)),
            finish: Math.max(...parts.map(({ finish }) => finish)),
          }
        : plan(task)
      const known = times.get(task.uid)
      if (known && Math.abs(known.start - next.start) + Math.abs(known.finish - next.finish) < 1e-6) continue
      times.set(task.uid, next)
      moved = true
    }
  }
  return tasks.flatMap(({ uid, name, summary, fields }) => {
    const found = times.get(uid)
    if (!found || !fields.has("Start") || !fields.has("Finish")) return []
    const said = { start: at(fields.get("Start") ?? ""), finish: at(fields.get("Finish") ?? "") }
    return [{ uid, name, summary, ...found, said }]
  })
}

/** The links that Project refuses to open: twice between two tasks, to the finish of a summary, or to its own tasks. */
export function refusedLinks(xml: string): string[] {
  const tasks = tasksIn(xml)
  const byUid = new Map(tasks.map((task) => [task.uid, task]))
  const pairs = new Set<string>()
  return tasks.flatMap((task) =>
    task.links.flatMap(({ from, type }) => {
      const source = byUid.get(from)
      const name = `${source?.name} to ${task.name}`
      const pair = [from, task.uid].sort((a, b) => a - b).join()
      const isTwice = pairs.has(pair)
      pairs.add(pair)
      if (!source) return [`${name}: from nowhere`]
      if (isTwice) return [`${name}: twice`]
      if (task.summary && (type === 0 || type === 2)) return [`${name}: to the finish of a summary`]
      if (task.above.includes(from) || source.above.includes(task.uid)) return [`${name}: of itself`]
      return []
    }),
  )
}
