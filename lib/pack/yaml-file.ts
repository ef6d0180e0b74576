import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml"
import type * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/** A place in a parsed file: keys of mappings and indexes of lists, from the top. */
export type Path = readonly PropertyKey[]
/** Why a pack is refused, and where; lines and columns count from one. */
export type PackFault = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly reason: string
}
/** A file that holds its shape, and the way back from a path in it to a line. */
export type YamlFile<Value> = { readonly value: Value; readonly faultAt: (path: Path, reason: string) => PackFault }

/** Parses one YAML 1.2 file against a shape; refuses with every fault found, each at its line. Aliases are refused. */
export function parseYaml<Shape extends z.ZodType>(
  file: string,
  text: string,
  shape: Shape,
): Result<YamlFile<z.output<Shape>>, PackFault[]> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", strict: true, prettyErrors: false })
  const faultAtOffset = (offset: number, reason: string): PackFault => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), reason }
  }
  const syntax = [...document.errors, ...document.warnings].map((error) => faultAtOffset(error.pos[0], error.message))
  visit(document, {
    Alias: (_, alias) => void syntax.push(faultAtOffset(alias.range?.[0] ?? 0, "aliases are not allowed")),
  })
  if (syntax.length > 0) return refuse(syntax)

  const root = document.contents
  const faultAt = (path: Path, reason: string) => faultAtOffset(offsetOf(root, path), reason)
  const parsed = shape.safeParse(document.toJS())
  if (parsed.success) return ok({ value: parsed.data, faultAt })
  return refuse(parsed.error.issues.flatMap((issue) => explain(issue, document).map((f) => faultAt(f.path, f.reason))))
}

/** An unknown field stands at its own key, a missing one at what lacks it, everything else where the shape broke. */
function explain(issue: z.core.$ZodIssue, document: Document): { path: Path; reason: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key], reason: `unknown field "${key}"` }))
  const field = issue.path.map(String).join(".")
  if (field === "") return [{ path: [], reason: issue.message }]
  const reason = document.hasIn(issue.path) ? `${field}: ${issue.message}` : `${field} is missing`
  return [{ path: issue.path, reason }]
}

/** The offset of the deepest node along the path that the file really has: a missing field points at its parent. */
function offsetOf(root: Node | null, path: Path): number {
  let offset = root?.range?.[0] ?? 0
  let node: unknown = root
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (!isNode(node)) break
      offset = node.range?.[0] ?? offset
    } else break
  }
  return offset
}
