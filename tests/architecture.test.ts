import { describe, expect, test } from "vitest"
import { type SourceFile, sourceFiles } from "./support/source-files"

/** The rooms of `lib` and the domains in each, in the order in which they may build on each other. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  base: ["kernel", "settings", "secrets", "outbound", "db", "calendar", "jobs", "files"],
  door: [],
  people: ["accounts", "inbox"],
  pack: [],
  records: [],
  plan: ["schedule", "simulation", "roadmap", "quality", "timeline", "exchange", "risks", "forecast"],
  platform: ["facts", "connection"],
  design: ["catalogue", "environments", "gaps", "landscape", "decisions", "use-cases", "templates"],
  work: [],
  team: [],
  value: [],
  assurance: [],
  adoption: [],
  steering: [],
  reports: [],
  demo: [],
  serve: ["api", "http", "cli"],
}
/** A room without domains of its own is one domain. */
const order = Object.entries(rooms).flatMap(([room, domains]) =>
  domains.length === 0 ? [room] : domains.map((domain) => `${room}/${domain}`),
)
/** Domains that are about the outside world through and through. */
const outside = new Set(["base/db", "serve/http", "serve/cli"])

const all = sourceFiles()
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$|\/test-\w+\.ts$/.test(path)
const files = all.filter((file) => !isTest(file))
const domainOf = (path: string): string | null => {
  const [, room = "", domain = ""] = /^lib\/([^/]+)(?:\/([^/]+))?\//.exec(path) ?? []
  return room === "" ? null : rooms[room]?.length === 0 ? room : `${room}/${domain}`
}
const isServer = (path: string) => /^lib\/(.+\/)?server\//.test(path) || outside.has(domainOf(path) ?? "")
const isCore = (path: string) => path.startsWith("lib/") && !isServer(path)

/** The files that break a rule, each with what it imports or says wrongly. */
const breaking = (which: (file: SourceFile) => boolean, wrong: (file: SourceFile) => readonly string[]) =>
  files.filter(which).flatMap((file) => wrong(file).map((each) => `${file.path}: ${each}`))
const importing = (pattern: RegExp) => (file: SourceFile) => file.imports.filter((name) => pattern.test(name))
const saying = (pattern: RegExp) => (file: SourceFile) => file.text.match(pattern) ?? []

describe("the core", () => {
  test("knows no database, framework, file system or server", () => {
    const wrong = importing(
      /^(node:|pg$|@prisma|next($|\/)|react|server-only|lib\/base\/db\/|lib\/(.+\/)?server\/|lib\/serve\/(http|cli)\/)/,
    )
    expect(breaking(({ path }) => isCore(path), wrong)).toEqual([])
  })
  test("knows no clock and no luck", () => {
    const wrong = saying(
      /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(|\bprocess\.env\b/g,
    )
    expect(breaking(({ path }) => isCore(path), wrong)).toEqual([])
  })
})

test("only server folders know the database", () => {
  const wrong = importing(/^(pg$|@prisma|lib\/base\/db\/)/)
  expect(breaking(({ path }) => !isServer(path) && !/^(tests|e2e|prisma)\//.test(path), wrong)).toEqual([])
})

test("only the door mints actors", () => {
  const mints = /\bnew (ProgrammeActor|InstallationActor|UserActor|Visitor)\(/g
  const may =
    /^lib\/(door\/access\/server|serve\/(api\/server|cli)|plan\/roadmap\/server\/loaders|people\/accounts\/server|demo)|^tests\//
  expect(breaking(({ path }) => !may.test(path), saying(mints))).toEqual([])
})

test("only the door says that something was committed", () => {
  const says = /\bcommitted\(/g
  expect(breaking(({ path }) => path.startsWith("lib/") && !path.startsWith("lib/door/"), saying(says))).toEqual([])
})

test("a domain builds only on those before it", () => {
  const wrong = (file: SourceFile) => {
    const at = order.indexOf(domainOf(file.path) ?? "")
    return file.imports.filter((name) => order.indexOf(domainOf(`${name}/`) ?? "") > at)
  }
  expect(breaking(({ path }) => path.startsWith("lib/"), wrong)).toEqual([])
})

test("every domain stands in the order", () => {
  const domains = new Set(files.flatMap(({ path }) => domainOf(path) ?? []))
  expect([...domains].filter((domain) => !order.includes(domain))).toEqual([])
})

test("lib knows nothing of the screen", () => {
  expect(breaking(({ path }) => path.startsWith("lib/"), importing(/^(app|components)\//))).toEqual([])
})

test("pages and layouts read through loaders", () => {
  const wrong = importing(/^lib\/(.+\/)?server\/(?!loaders|page-actor)|^lib\/base\/db\//)
  const pages = /^app\/(?!api\/).*\/?(page|layout|loading|error|not-found)\.tsx$/
  expect(breaking(({ path }) => pages.test(path), wrong)).toEqual([])
})

describe("components", () => {
  test("read their props and write through contracts: they import no server", () => {
    const wrong = importing(/^lib\/(.+\/)?server\/|^lib\/(base\/db|serve\/http|serve\/cli|demo)\/|^app\//)
    expect(breaking(({ path }) => path.startsWith("components/"), wrong)).toEqual([])
  })
  test("that are primitives know no domain", () => {
    const wrong = importing(/^lib\/(?!base\/kernel\/)|^components\/(?!ui\/)/)
    expect(breaking(({ path }) => path.startsWith("components/ui/"), wrong)).toEqual([])
  })
  test("that are assemblies know primitives and no domain", () => {
    const wrong = importing(/^lib\/(?!base\/kernel\/)|^components\/(?!ui\/|shell\/|table\/|chart\/)/)
    expect(breaking(({ path }) => /^components\/(shell|table|chart)\//.test(path), wrong)).toEqual([])
  })
})

test("what runs in a browser reads no shapes, but for the forms of a programme", () => {
  const byModule = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]))
  const reached = new Set<SourceFile>()
  const reach = (file: SourceFile | undefined) => {
    if (!file || reached.has(file)) return
    reached.add(file)
    for (const name of file.runs) reach(byModule.get(name))
  }
  const forms = /^components\/plan\/programme\/(settings-)?draft\.ts$/
  const isForm = ({ path }: SourceFile) => forms.test(path)
  for (const form of files.filter(isForm)) reached.add(form)
  for (const file of files) if (file.path.startsWith("components/")) reach(file)
  const wrong = [...reached].filter((file) => !isForm(file) && file.runs.includes("zod"))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test("charts and tables are drawn by one library each, in one folder each", () => {
  const wrong = importing(/^(recharts|@tanstack\/react-table)/)
  expect(breaking(({ path }) => !/^components\/(table|chart)\//.test(path), wrong)).toEqual([])
})

test("there are no server actions", () => {
  expect(breaking(() => true, saying(/^\s*["']use server["']/m as RegExp))).toEqual([])
})

test("nothing is called after what it is not about", () => {
  const vague = /(^|\/)(utils?|helpers?|services?|managers?|misc|common|index)(\.|\/)/
  expect(files.map(({ path }) => path).filter((path) => vague.test(path) && !path.startsWith("app/"))).toEqual([])
})

test("a file can be read in a minute", () => {
  const long = files.filter(({ path, text }) => text.split("\n").length > 300 && !/^lib\/demo\/story\//.test(path))
  expect(long.map(({ path }) => path)).toEqual([])
})
