/** Told the length of the programme's chain, whenever it grew. */
type OnGrowth = (seq: number) => void
type Said = { readonly seq: number } | "how long?"

const RETRY_MS = 5_000

/**
 * Hears of every change of a programme until the returned function is called. One event stream per browser and
 * programme: the tab that holds a lock listens and passes on to the others; when it closes, another takes over. Where
 * locks are not to be had (plain http), each tab listens by itself.
 */
export function watchProgramme(programmeId: string, onGrowth: OnGrowth): () => void {
  if (typeof EventSource === "undefined") return () => {}
  const url = `/api/v1/live?programme=${encodeURIComponent(programmeId)}`
  if (typeof navigator.locks === "undefined" || typeof BroadcastChannel === "undefined")
    return openStream(url, onGrowth)
  return shareStream(`lakeward-live-${programmeId}`, url, onGrowth)
}

function shareStream(name: string, url: string, onGrowth: OnGrowth): () => void {
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)
  let longest = 0
  let leads = false
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data !== "how long?") onGrowth(data.seq)
    else if (leads && longest > 0) say({ seq: longest })
  }
  const leaving = new AbortController()
  const lead = () =>
    new Promise<void>((resolve) => {
      if (leaving.signal.aborted) return resolve() // the lock was granted while it was given up
      leads = true
      const close = openStream(url, (seq) => {
        longest = seq
        say({ seq })
        onGrowth(seq)
      })
      leaving.signal.addEventListener("abort", () => {
        close()
        resolve()
      })
    })
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => {})
  say("how long?")
  return () => {
    leaving.abort()
    channel.close()
  }
}

/** An event stream that comes back by itself, also after an answer that was no stream. */
function openStream(url: string, onGrowth: OnGrowth): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(url)
    source.onmessage = ({ data }) => {
      const seq = seqIn(data)
      if (seq !== null) onGrowth(seq)
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** The length of the chain in a message such as `{"chain":"…","seq":12}`. */
function seqIn(data: unknown): number | null {
  try {
    const read: unknown = typeof data === "string" ? JSON.parse(data) : null
    const isGrowth = typeof read === "object" && read !== null && "seq" in read
    return isGrowth && typeof read.seq === "number" ? read.seq : null
  } catch {
    return null
  }
}
