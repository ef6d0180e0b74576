import { SaxesParser } from "saxes"
import { FaultFound, type Place, shown } from "./fault"

/** An element with its text and its elements, and where it began. */
export type XmlRecord = Place & { readonly name: string; text: string; readonly children: XmlRecord[] }

/** What no honest project file comes near; a file beyond it is refused before it costs memory. */
export const xmlCaps = {
  depth: 24,
  elements: 1_000_000,
  skipped: 10_000_000,
  attribute: 4_000,
  text: 500_000,
  name: 200,
  record: 100_000,
}

/** Large parts of real files that nobody here reads: they are walked over without being kept. */
const skipped = new Set(["TimephasedData", "OutlineCodes", "OutlineCode", "WBSMasks", "Rates", "AvailabilityPeriods"])
/** The lists whose members are handed on one by one. */
const lists = new Set(["Calendars", "Tasks", "Resources", "Assignments", "ExtendedAttributes"])

export type RecordSink = {
  /** A member of one of the lists; `list` is its name. */
  readonly member: (list: string, record: XmlRecord) => void
  /** A plain element of the project itself. */
  readonly field: (record: XmlRecord) => void
}

/**
 * Reads the elements of a project file as they arrive, one record at a time. Document types are refused, so there are
 * no entities to expand but the five of XML itself.
 * @throws FaultFound at the first thing that is not as it must be
 */
export class RecordStream {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  readonly #open: XmlRecord[] = []
  readonly #sink: RecordSink
  #elements = 0
  #walkedOver = 0
  #inRecord = 0
  /** How many open elements are walked over. */
  #skipping = 0
  #wasProject = false

  constructor(sink: RecordSink) {
    this.#sink = sink
    const parser = this.#parser
    parser.on("error", (error) => this.#fail(sayXml(error.message)))
    parser.on("doctype", () => this.#fail("The file contains a document type declaration, which isn't allowed."))
    parser.on("attribute", ({ name, value }) => {
      if (value.length > xmlCaps.attribute) this.#fail(`The attribute ${shown(name)} is too long.`)
    })
    parser.on("opentag", ({ name }) => this.#begin(localName(name)))
    parser.on("text", (text) => this.#take(text))
    parser.on("cdata", (text) => this.#take(text))
    parser.on("closetag", () => this.#end())
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  /** To be called after the last piece. */
  close(): void {
    this.#parser.close()
    if (!this.#wasProject) this.#fail("The file is empty.")
  }

  get place(): Place {
    return { line: this.#parser.line, column: this.#parser.column + 1 }
  }

  #fail(sentence: string): never {
    throw new FaultFound(sentence, this.place)
  }

  #begin(name: string): void {
    const isSkipped = this.#skipping > 0 || skipped.has(name)
    if (isSkipped) this.#walkedOver += 1
    else this.#elements += 1
    if (this.#elements > xmlCaps.elements || this.#walkedOver > xmlCaps.skipped)
      this.#fail("The file has too many elements.")
    if (name.length > xmlCaps.name) this.#fail("The name of an element is too long.")
    if (isSkipped) {
      this.#skipping += 1
      if (this.#skipping + this.#open.length > xmlCaps.depth) this.#fail("The file is nested too deeply.")
      return
    }
    if (this.#open.length === 0 && name !== "Project")
      this.#fail(`This is not a Microsoft Project XML file: it begins with ${shown(name)} instead of Project.`)
    this.#wasProject = true
    if (this.#open.length >= xmlCaps.depth) this.#fail("The file is nested too deeply.")
    this.#inRecord = this.#open.length <= 2 ? 0 : this.#inRecord + 1
    if (this.#inRecord > xmlCaps.record) this.#fail("A task, calendar or resource has too many parts.")
    this.#open.push({ name, text: "", children: [], ...this.place })
  }

  #take(text: string): void {
    const record = this.#open.at(-1)
    if (this.#skipping > 0 || !record) return
    record.text += text
    if (record.text.length > xmlCaps.text) this.#fail(`The text of ${record.name} is too long.`)
  }

  #end(): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1
      return
    }
    const record = this.#open.pop()
    const parent = this.#open.at(-1)
    if (!record || !parent) return
    const depth = this.#open.length
    if (depth === 1 && !lists.has(record.name)) this.#sink.field(record)
    else if (depth === 2 && lists.has(parent.name)) this.#sink.member(parent.name, record)
    else if (depth > 2) parent.children.push(record)
  }
}

/** Other tools write prefixes before the names. */
const localName = (name: string): string => name.slice(name.indexOf(":") + 1)

/** The parser's messages begin with its own place and speak of tags. */
function sayXml(message: string): string {
  const plain = message.replace(/^(\d+:\d+: )?/, "").replace(/\.$/, "")
  return `The file is not well-formed XML: ${plain}.`
}
