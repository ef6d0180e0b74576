/** Tells of one step of a longer work: a line when it begins and, unless it was over at once, how it ended. */
export async function step<Value>(name: string, work: (say: (text: string) => void) => Promise<Value>): Promise<Value> {
  const started = performance.now()
  const told: string[] = []
  const value = await work((text) => {
    told.push(text)
    if (text.endsWith("...")) console.info(lineOf(name, text))
  })
  const seconds = (performance.now() - started) / 1000
  const last = told.at(-1) ?? "done"
  console.info(
    lineOf(name, `${last.endsWith("...") ? "done" : last}${seconds >= 0.1 ? ` (${seconds.toFixed(1)} s)` : ""}`),
  )
  return value
}

const lineOf = (name: string, text: string) => `${`${name}:`.padEnd(12)} ${text}`
