import { describe, expect, test } from "vitest"
import { projectFile, taskXml } from "@/tests/support/project-file"
import { ProjectReader, readProject } from "./read-project"
import { xmlCaps } from "./xml-records"

const faultOf = (text: string) => {
  const result = readProject(text)
  if (result.ok) throw new Error("the file was read")
  return result.refusal
}
const read = (text: string) => {
  const result = readProject(text)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const one = (more: string) => projectFile({ tasks: [{ uid: 1, name: "One", more }] })
const taskOf = (more: string) => read(one(more)).tasks[0]

describe("a project file", () => {
  test("is read with its tasks, links, people and calendar", () => {
    const file = read(
      projectFile({
        tasks: [
          { uid: 1, name: "Sum" },
          { uid: 2, name: "A", level: 2, days: 2 },
          { uid: 3, name: "B", level: 2, after: ["2SS-1"] },
        ],
        resources: "<Resource><UID>0</UID></Resource><Resource><UID>1</UID><Name>Ada</Name></Resource>",
        assignments:
          "<Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Work>PT8H0M0S</Work></Assignment>",
      }),
    )
    expect(file.tasks.map(({ name, summary, minutes }) => [name, summary, minutes])).toEqual([
      ["Sum", true, 480],
      ["A", false, 960],
      ["B", false, 480],
    ])
    expect(file.tasks[2]?.links).toMatchObject([{ fromUid: 2, type: "SS", lag: -4800, lagFormat: 7 }])
    expect(file.resources).toEqual([{ uid: 1, name: "Ada", work: true, calendarUid: null }])
    expect(file.assignments).toEqual([{ taskUid: 2, resourceUid: 1, units: 0.5, workMinutes: 480, isContoured: false }])
    expect(file.calendars[0]?.week[1]).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ])
  })
  test("is read the same in pieces of any size", () => {
    const text = one("<Notes>a &lt;b&gt; &amp; c</Notes>")
    for (const size of [1, 7, 64]) {
      const reader = new ProjectReader()
      for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size))
      expect(reader.end()).toEqual(readProject(text))
    }
  })
  test("may have a prefix, empty lines, empty elements and dates of no time", () => {
    const text = one(
      "<Deadline></Deadline><ActualStart>0001-01-01T00:00:00</ActualStart><ConstraintDate>NA</ConstraintDate>",
    )
    expect(faultOf(text).sentence).toContain('ConstraintDate is "NA"')
    const task = taskOf("<Deadline></Deadline><ActualStart>0001-01-01T00:00:00</ActualStart>")
    expect([task?.deadline, task?.actualStart]).toEqual([null, null])
    const prefixed = one("")
      .replaceAll(/<(\/?)(\w)/g, "<$1p:$2")
      .replace("<p:?", "<?")
      .replace("xmlns=", "xmlns:p=")
    expect(read(prefixed).tasks.length).toBe(1)
    const empty = one("").replace("</Tasks>", "<Task><UID>9</UID><ID>9</ID><IsNull>1</IsNull></Task></Tasks>")
    expect([read(empty).tasks.length, read(empty).emptyTasks]).toEqual([1, 1])
  })
  test("says durations in several ways, and elapsed ones by their format", () => {
    const minutes = (text: string) =>
      taskOf(`<X/></Task><Task><UID>2</UID><Duration>${text}</Duration>`) &&
      read(one(`</Task><Task><UID>2</UID><Name>T</Name><Duration>${text}</Duration>`)).tasks[1]?.minutes
    expect(["PT8H0M0S", "PT90M", "P1DT1H", "PT0H0M30S"].map(minutes)).toEqual([480, 90, 540, 0.5])
    expect(["P10D", "P2W", "P1M", "P0.5D", "P1Y"].map(minutes)).toEqual([4800, 4800, 9600, 240, 115_200])
    expect(read(one("").replace("<DurationFormat>7", "<DurationFormat>8")).tasks[0]?.elapsed).toBe(true)
  })
})

describe("a file that is broken or hostile", () => {
  const cases: readonly [string, string, RegExp][] = [
    ["is not XML", "hello", /not well-formed/],
    ["is empty", "", /well-formed|empty/],
    ["is another kind of XML", "<html><body/></html>", /begins with html instead of Project/],
    ["ends in the middle", one("").slice(0, -40), /not well-formed/],
    ["declares a document type", `<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>`, /document type/],
    [
      "declares entities",
      `<!DOCTYPE P [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><Project><Name>&c;</Name></Project>`,
      /document type/,
    ],
    ["names an entity that nobody declared", "<Project><Name>&boom;</Name></Project>", /not well-formed/],
    [
      "has a number that is none",
      one("<PercentComplete>NaN</PercentComplete>"),
      /PercentComplete is "NaN", not a number/,
    ],
    ["has a percent beyond all", one("<PercentComplete>140</PercentComplete>"), /must be 0 to 100/],
    ["has a duration that is none", one("").replace("PT8H0M0S", "eight"), /Duration is "eight", not a duration/],
    ["has a duration too long", one("").replace("PT8H0M0S", "PT99999999999H0M0S"), /too long/],
    ["has a day that does not exist", one("<Deadline>2026-02-30T08:00:00</Deadline>"), /Deadline is "2026-02-30/],
    [
      "has a link of an unknown type",
      one("<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>9</Type></PredecessorLink>"),
      /invalid type/,
    ],
    [
      "has two tasks with one UID",
      projectFile({
        tasks: [
          { uid: 1, name: "A" },
          { uid: 1, name: "B" },
        ],
      }),
      /Two tasks have the UID 1/,
    ],
    ["has a task without UID", one("").replace("<UID>1</UID><ID>1</ID><Name>One", "<Name>One"), /no UID/],
    ["has a huge attribute", `<Project a="${"x".repeat(xmlCaps.attribute + 1)}"/>`, /attribute a is too long/],
    ["has a huge text", `<Project><Name>${"x".repeat(xmlCaps.text + 1)}</Name></Project>`, /text of Name is too long/],
    ["has a huge name", `<Project><${"x".repeat(xmlCaps.name + 1)}/></Project>`, /name of an element is too long/],
    ["lies too deep", `<Project>${"<a>".repeat(40)}`, /too deep/],
  ]
  test.each(cases)("%s, and is refused with a sentence and its place", (_, text, sentence) => {
    const fault = faultOf(text)
    expect(fault.sentence).toMatch(sentence)
    expect(fault.line).toBeGreaterThanOrEqual(1)
    expect(fault.column).toBeGreaterThanOrEqual(1)
  })
  test("has the line and column of its fault", () => {
    const text = projectFile({
      tasks: [
        { uid: 1, name: "A" },
        { uid: 2, name: "B", more: "\n  <Priority>1</Priority>\n  <Manual>perhaps</Manual>" },
      ],
    })
    const before = text.slice(0, text.indexOf("<Manual>") + "<Manual>".length).split("\n")
    expect(faultOf(text)).toMatchObject({ line: before.length, column: (before.at(-1) ?? "").length + 1 })
  })
  test("has more than a million elements, and is refused before it is kept", () => {
    const reader = new ProjectReader()
    reader.write("<Project>")
    const piece = "<a/>".repeat(10_000)
    let pieces = 0
    while (pieces < 200 && reader.write(piece)) pieces += 1
    const end = reader.end()
    expect([pieces < 101, end.ok ? "" : end.refusal.sentence]).toEqual([true, "The file has too many elements."])
  })
  test("has one task with more parts than any", () => {
    const text = `<Project><Tasks><Task><UID>1</UID>${"<a/>".repeat(xmlCaps.record + 1)}`
    expect(faultOf(text).sentence).toContain("too many parts")
  })
  test("never makes a key of anything but numbers", () => {
    const more = "<ExtendedAttribute><FieldID>__proto__</FieldID><Value>x</Value></ExtendedAttribute>"
    expect(Object.keys(taskOf(more)?.extended ?? { a: 1 })).toEqual([])
    expect(taskXml({ uid: 1, name: "x" })).toContain("<UID>1</UID>")
  })
})
