import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { FaultFound, type ReadFault, unlessFaulty } from "./fault"
import { outlined, withLengths } from "./finish-tasks"
import type { FileAssignment, FileCalendar, FileResource, ProjectFile } from "./project-file"
import { readCalendar } from "./read-calendar"
import { isFieldId, type ReadTask, readAssignment, readResource, readTask } from "./read-task"
import { type DurationUnits, flagOf, momentOf, numberOf, textOf } from "./values"
import { RecordStream, type XmlRecord } from "./xml-records"

/** As many rows as a programme is planned with, and then some. */
const fileCaps = { tasks: 20_000, links: 100_000, calendars: 5_000, resources: 10_000, assignments: 100_000 }

/**
 * Reads a Microsoft Project XML file (MSPDI, the XML form of Project 2002 and later) piece by piece. Of what is read
 * only the plan is kept, so that the size of the file does not decide the memory it takes.
 * (Microsoft, Project XML Data Interchange schema, mspdi_pj12.xsd.)
 */
export class ProjectReader {
  readonly #stream: RecordStream
  readonly #fields: XmlRecord = { name: "Project", text: "", children: [], line: 1, column: 1 }
  readonly #calendars: FileCalendar[] = []
  readonly #tasks: ReadTask[] = []
  readonly #uids = new Set<number>()
  readonly #resources: FileResource[] = []
  readonly #assignments: FileAssignment[] = []
  readonly #names: Record<string, string> = {}
  #nameCount = 0
  #emptyTasks = 0
  #links = 0
  #fault: ReadFault | null = null

  constructor() {
    this.#stream = new RecordStream({
      member: (list, record) => this.#member(list, record),
      field: (record) => this.#field(record),
    })
  }

  /** Takes the next piece. False as soon as the file is known to be faulty. */
  write(text: string): boolean {
    return this.#guarded(() => this.#stream.write(text))
  }

  /** Ends the reading. */
  end(): Result<ProjectFile, ReadFault> {
    let project: ProjectFile | null = null
    this.#guarded(() => {
      this.#stream.close()
      project = this.#project()
    })
    return project ? ok(project) : refuse(this.#fault ?? { sentence: "The file couldn't be read.", line: 1, column: 1 })
  }

  #guarded(work: () => void): boolean {
    if (this.#fault) return false
    try {
      work()
      return true
    } catch (error) {
      if (!(error instanceof FaultFound)) throw error
      this.#fault = error.fault
      return false
    }
  }

  #field(record: XmlRecord): void {
    if (this.#fields.children.length < 500) this.#fields.children.push(record)
  }

  #member(list: string, record: XmlRecord): void {
    if (list === "Tasks") this.#task(record)
    else if (list === "Calendars") keep(this.#calendars, readCalendar(record), fileCaps.calendars, "calendars", record)
    else if (list === "Resources") keep(this.#resources, readResource(record), fileCaps.resources, "resources", record)
    else if (list === "Assignments")
      keep(this.#assignments, readAssignment(record, this.#units), fileCaps.assignments, "assignments", record)
    else this.#attribute(record)
  }

  #attribute(record: XmlRecord): void {
    const [id, name] = [textOf(record, "FieldID"), textOf(record, "Alias") ?? textOf(record, "FieldName")]
    if (!id || !name || !isFieldId(id) || this.#nameCount >= 2_000) return
    this.#nameCount += 1
    this.#names[id] = name
  }

  #task(record: XmlRecord): void {
    const task = readTask(record, this.#units)
    if (!task) this.#emptyTasks += 1
    if (!task) return
    if (this.#uids.has(task.uid)) throw new FaultFound(`Two tasks have the UID ${task.uid}.`, record)
    this.#uids.add(task.uid)
    this.#links += task.links.length
    if (this.#links > fileCaps.links) throw new FaultFound(`The file has more than ${fileCaps.links} links.`, record)
    keep(this.#tasks, task, fileCaps.tasks, "tasks", record)
  }

  #positive(name: string, usual: number): number {
    const value = numberOf(this.#fields, name)
    return value !== null && value > 0 ? value : usual
  }

  /** Working days, weeks and months as the file counts them; the schema has them before the tasks. */
  get #units(): DurationUnits {
    const day = this.#positive("MinutesPerDay", 480)
    return { day, week: this.#positive("MinutesPerWeek", 2400), month: this.#positive("DaysPerMonth", 20) * day }
  }

  #project(): ProjectFile {
    const fields = this.#fields
    const uid = numberOf(fields, "CalendarUID")
    const guid = textOf(fields, "GUID") ?? textOf(fields, "UID")
    const made = `${textOf(fields, "CreationDate") ?? ""} ${textOf(fields, "Title") ?? textOf(fields, "Name") ?? ""}`
    const { day, week } = this.#units
    return withLengths({
      ...{ name: textOf(fields, "Name"), title: textOf(fields, "Title") },
      ...{ identity: guid ?? made, identities: guid === null ? [made] : [guid, made] },
      ...{ start: momentOf(fields, "StartDate"), statusDate: unlessFaulty(() => momentOf(fields, "StatusDate"), null) },
      fromStart: textOf(fields, "ScheduleFromStart") === null || flagOf(fields, "ScheduleFromStart"),
      ...{ minutesPerDay: day, minutesPerWeek: week },
      criticalLimit: (unlessFaulty(() => numberOf(fields, "CriticalSlackLimit"), null) ?? 0) * day,
      manyPaths: unlessFaulty(() => flagOf(fields, "MultipleCriticalPaths"), false),
      calendarUid: uid !== null && uid >= 0 ? uid : null,
      ...{ calendars: this.#calendars, tasks: outlined(this.#tasks), emptyTasks: this.#emptyTasks },
      ...{ resources: this.#resources, assignments: this.#assignments, attributeNames: this.#names },
    })
  }
}

function keep<Row>(rows: Row[], row: Row | null, most: number, what: string, record: XmlRecord): void {
  if (row === null) return
  if (rows.length >= most) throw new FaultFound(`The file has more than ${most} ${what}.`, record)
  rows.push(row)
}

/** Reads a whole file from its text. */
export function readProject(text: string): Result<ProjectFile, ReadFault> {
  const reader = new ProjectReader()
  reader.write(text)
  return reader.end()
}
