type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds on the clock, and those of them in which the thread had a processor. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** How much the page's main thread worked for each frame that it drew, in milliseconds. */
export function workPerFrameOf(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] }
  const mains = traceEvents
    .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
    .map(({ pid, tid }) => {
      const own = traceEvents.filter((event) => event.pid === pid && event.tid === tid)
      const tasks = own.filter(({ name, ph }) => ph === "X" && /RunTask$/.test(name))
      const frames = own.filter(({ name, ph }) => ph === "X" && name === "ProxyMain::BeginMainFrame").length
      return { frames, work: tasks.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000 }
    })
  const { frames, work } = mains.sort((a, b) => b.work - a.work)[0] ?? { frames: 0, work: 0 }
  return work / frames
}
