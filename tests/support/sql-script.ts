/**
 * A reader of the part of Databricks' SQL scripting that the fact bundle uses, written after its documentation
 * (sql/language-manual/control-flow: compound-stmt, get-diagnostics-stmt; sql-ref-scripting): a compound declares its variables,
 * then its handlers, then come its statements, each ended by a semicolon; in a handler GET DIAGNOSTICS comes first.
 */
export type Step =
  | { readonly kind: "compound"; readonly compound: Compound }
  | { readonly kind: "diagnose"; readonly variable: string }
  | { readonly kind: "set"; readonly variable: string; readonly expression: string }
  | { readonly kind: "query"; readonly sql: string }
export type Compound = {
  readonly variables: { readonly name: string; readonly type: string; readonly initial: string | null }[]
  readonly handler: Compound | null
  readonly steps: Step[]
}

/** Reads a whole script; anything that the documented syntax does not allow is thrown. */
export function readScript(text: string): Compound {
  const bare = text.replace(/'(?:[^'\\]|\\.)*'|--[^\n]*/g, (part) => (part.startsWith("--") ? " " : part))
  let rest = bare.trim()
  const eat = (pattern: RegExp): RegExpExecArray | null => {
    const found = new RegExp(`^\\s*(?:${pattern.source})`, "i").exec(rest)
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  const must = (pattern: RegExp): RegExpExecArray =>
    eat(pattern) ?? fail(`expected ${pattern.source} at: ${rest.slice(0, 80)}`)
  /** Up to the next semicolon that stands in no quotes and no brackets. */
  const toEnd = (): string => {
    let depth = 0
    for (const { 0: part, index } of rest.matchAll(/'(?:[^'\\]|\\.)*'|[();]/g)) {
      if (part === "(") depth++
      else if (part === ")") depth--
      else if (part === ";" && depth === 0) {
        const own = rest.slice(0, index).trim()
        rest = rest.slice(index + 1)
        return own
      }
    }
    return fail(`no end: ${rest.slice(0, 80)}`)
  }

  function compound(inHandler: boolean): Compound {
    must(/BEGIN\b/)
    const variables: Compound["variables"] = []
    let handler: Compound | null = null
    const steps: Step[] = []
    while (/^\s*DECLARE\s+(?!(EXIT|CONTINUE)\b)/i.test(rest)) {
      const [, name = "", type = "", initial] =
        /^\s*DECLARE\s+(\w+)\s+([\s\S]+?)(?:\s+DEFAULT\s+([\s\S]+))?$/i.exec(toEnd()) ?? fail("a broken declaration")
      variables.push({ name, type, initial: initial ?? null })
    }
    if (eat(/DECLARE\s+EXIT\s+HANDLER\s+FOR\s+SQLEXCEPTION\b/)) {
      handler = compound(true)
      must(/;/)
    }
    while (!eat(/END\b/)) {
      if (/^\s*DECLARE\b/i.test(rest)) fail("a declaration comes before statements")
      if (/^\s*BEGIN\b/i.test(rest)) {
        steps.push({ kind: "compound", compound: compound(false) })
        must(/;/)
      } else if (/^\s*GET\b/i.test(rest)) {
        if (!inHandler || steps.length > 0) fail("GET DIAGNOSTICS is the first statement of a handler")
        const [, variable = ""] = must(/GET\s+DIAGNOSTICS\s+CONDITION\s+1\s+(\w+)\s*=\s*CONDITION_IDENTIFIER\s*;/)
        steps.push({ kind: "diagnose", variable })
      } else if (/^\s*SET\b/i.test(rest)) {
        const [, variable = "", expression = ""] =
          /^SET\s+(\w+)\s*=\s*([\s\S]+)$/i.exec(toEnd()) ?? fail("a broken SET")
        steps.push({ kind: "set", variable, expression })
      } else if (/^\s*SELECT\b/i.test(rest)) steps.push({ kind: "query", sql: toEnd() })
      else fail(`not a statement: ${rest.slice(0, 80)}`)
    }
    return { variables, handler, steps }
  }
  const whole = compound(false)
  must(/;/)
  if (rest.trim() !== "") fail(`after the script: ${rest.slice(0, 80)}`)
  return whole
}

/** What `concat(list, (SELECT collect_list(named_struct(...)) FROM ...))` adds: the fields by name, and where they come from. */
export function addedRows(variable: string, expression: string) {
  const [, list, inner = ""] =
    /^concat\((\w+),\s*\(\s*([\s\S]*)\)\)$/i.exec(expression) ?? fail(`not understood: ${expression.slice(0, 80)}`)
  if (list !== variable) fail(`${variable} is made of ${list}`)
  const open = /^SELECT\s+collect_list\(named_struct\(/i.exec(inner)?.[0] ?? fail("it gathers no rows")
  const [args, after] = untilClosed(inner.slice(open.length))
  const [, from = ""] = /^\)\s*FROM\s+([\s\S]+)$/i.exec(after) ?? fail("rows of nothing")
  const parts = splitTop(args)
  const fields = parts.flatMap((name, index) =>
    index % 2 === 0 ? [[name.trim().slice(1, -1), (parts[index + 1] ?? "").trim()] as const] : [],
  )
  return { query: inner, fields, from: from.trim() }
}

/** The text up to the bracket that closes it, and what comes after that. */
export function untilClosed(text: string): [string, string] {
  let depth = 1
  for (const { 0: part, index } of text.matchAll(/'(?:[^'\\]|\\.)*'|[()]/g)) {
    if (part === "(") depth++
    if (part === ")" && --depth === 0) return [text.slice(0, index), text.slice(index + 1)]
  }
  return fail("a bracket is not closed")
}

function splitTop(text: string): string[] {
  const parts = [""]
  let depth = 0
  for (const [part] of text.matchAll(/'(?:[^'\\]|\\.)*'|[\s\S]/g)) {
    if (part === "(") depth++
    if (part === ")") depth--
    if (part === "," && depth === 0) parts.push("")
    else parts[parts.length - 1] += part
  }
  return parts
}

function fail(reason: string): never {
  throw new Error(`SQL script: ${reason}`)
}
