import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/**
 * What a type of record costs in lines and files: its own folders, its address and its table, and each line elsewhere that
 * names it. Run it with `npx tsx tests/bench/record-cost.ts`. Goals: a new type (environments) in at most 150 lines of at most
 * 10 files, the register of risks in at most 900 lines.
 */
const types = [
  {
    name: "Environment register",
    own: /^(lib\/design|components\/design|app\/.*)\/environments\//,
    model: "Environment",
    named: /environment(Operations|Words)\b|wordsOf\(environment\)|design\/environments\//,
  },
  {
    name: "Register of risks",
    own: /^(lib\/plan\/risks\/|components\/plan\/risks\/|app\/.*\/(risks|register)\/)/,
    model: "RegisterEntry",
    named: /risks(Operations|Words)\b|plan\/risks\//,
  },
]

const roots = ["app", "components", "lib"]
const files = roots
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(root, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/generated|\.test\.tsx?$/.test(file))
const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n")
const schemas = readdirSync("prisma/schema").map((file) => readFileSync(path.join("prisma/schema", file), "utf8"))

for (const { name, own, model, named } of types) {
  const mine = files.filter((file) => own.test(file))
  const ownLines = mine.reduce((sum, file) => sum + linesOf(file).length, 0)
  const table = schemas.flatMap(
    (text) => new RegExp(`^model ${model} \\{[^}]*\\}`, "m").exec(text)?.[0].split("\n") ?? [],
  )
  const elsewhere = files
    .filter((file) => !mine.includes(file))
    .map((file) => ({ file, lines: linesOf(file).filter((line) => named.test(line)).length }))
    .filter(({ lines }) => lines > 0)
  const others = elsewhere.reduce((sum, { lines }) => sum + lines, 0)
  const count = mine.length + elsewhere.length + (table.length > 0 ? 1 : 0)
  console.info(
    `${name}: ${ownLines + table.length + others} lines in ${count} files ` +
      `(own ${ownLines} in ${mine.length}, table ${table.length}, elsewhere ${others} in ${elsewhere.length})`,
  )
}
