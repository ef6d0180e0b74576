import { asId, type Id } from "@/lib/base/kernel/id"
import { credentialOf } from "@/lib/door/access/server/credential"
import { type Credential, identify } from "@/lib/door/access/server/identify"
import { appOrigin } from "@/lib/door/access/server/origin"
import { type Growth, listen } from "@/lib/door/server/live"
import { problem } from "../problem"
import { replyProblem, toResponse } from "./reply"

/** How often a stream looks again whether its reader may still read, and whether a message was lost. */
const LOOK_AGAIN_MS = 10_000
const RECONNECT_MS = 1_000

/** The event stream of one browser: tells when the programme's data version grew. Shared by the browser's tabs. */
export async function handleLive(request: Request): Promise<Response> {
  const programmeId = asId(new URL(request.url).searchParams.get("programme"))
  const credential = credentialOf(request.headers, appOrigin())
  if (!credential) return toResponse(replyProblem(problem("sign-in-needed")))
  if (!programmeId) return toResponse(replyProblem(problem("not-found")))
  const seq = await seqFor(credential, programmeId)
  if (seq === null) return toResponse(replyProblem(problem("not-found")))
  return new Response(streamOf(request.signal, { credential, programmeId, seq }), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  })
}

/** The programme's data version for somebody who may read it. */
async function seqFor(credential: Credential, programmeId: Id): Promise<number | null> {
  const identified = await identify(credential, programmeId, new Date())
  return identified?.membership?.seq ?? null
}

type Reader = { readonly credential: Credential; readonly programmeId: Id; readonly seq: number }

function streamOf(signal: AbortSignal, { credential, programmeId, seq }: Reader): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      let sent = 0
      const tell = (growth: Growth) => {
        if (growth.chain !== programmeId || growth.seq <= sent) return
        sent = growth.seq
        controller.enqueue(utf8.encode(`data: ${JSON.stringify(growth)}\n\n`))
      }
      const lookAgain = async () => {
        const now = await seqFor(credential, programmeId).catch(() => undefined)
        if (now === null) return stop()
        controller.enqueue(utf8.encode(": still here\n\n"))
        if (now !== undefined) tell({ chain: programmeId, seq: now })
      }
      const unlisten = listen(tell)
      const timer = setInterval(() => void lookAgain().catch(() => stop()), LOOK_AGAIN_MS)
      stop = () => {
        stop = () => {}
        unlisten()
        clearInterval(timer)
        try {
          controller.close()
        } catch {
          // the browser went away first
        }
      }
      signal.addEventListener("abort", () => stop(), { once: true })
      controller.enqueue(utf8.encode(`retry: ${RECONNECT_MS}\n\n`))
      tell({ chain: programmeId, seq })
    },
    cancel: () => stop(),
  })
}
