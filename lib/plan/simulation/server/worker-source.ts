/**
 * What a worker runs: only the compiled kernel, so that it needs neither a file of its own nor a bundler. The shape of
 * what it takes and answers is that of `WorkerOrder` and `KernelOutput`.
 */
export const workerSource = `
const { parentPort, workerData } = require("node:worker_threads")
const { memory, run } = new WebAssembly.Instance(workerData).exports
parentPort.on("message", ({ plan, words, tables, timesLength, marksLength }) => {
  memory.grow(Math.max(0, Math.ceil((plan.bytes - memory.buffer.byteLength) / 65536)))
  new Int32Array(memory.buffer, plan.words).set(words)
  new Float32Array(memory.buffer, plan.tables).set(tables)
  const marksThere = new Int32Array(memory.buffer, plan.marks, marksLength).fill(0)
  run(...plan.run)
  const times = new Float32Array(memory.buffer, plan.times, timesLength).slice()
  const marks = marksThere.slice()
  parentPort.postMessage({ times, marks }, [times.buffer, marks.buffer])
})
`
