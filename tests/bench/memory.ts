import { readFileSync } from "node:fs"

const LOOK_EVERY_MS = 100

/** Resident memory of a process in MiB, or null where the system does not tell (everywhere but on Linux). */
export function residentOf(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
    return kib === undefined ? null : Number(kib) / 1024
  } catch {
    return null
  }
}

/** Watches a process and remembers its largest resident memory. */
export function watchMemory(pid: number): { readonly peak: () => number | null; readonly stop: () => void } {
  let peak = residentOf(pid)
  const timer = setInterval(() => {
    const now = residentOf(pid)
    if (now !== null && now > (peak ?? 0)) peak = now
  }, LOOK_EVERY_MS)
  return { peak: () => peak, stop: () => clearInterval(timer) }
}
