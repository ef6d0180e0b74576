import type { IncomingMessage, ServerResponse } from "node:http"
import { largestBodyOf } from "../guard"
import { respond } from "./respond"

/** Ends a body that grows beyond the cap without having said so: one sent in chunks names no length. */
export function capBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers["content-length"] !== undefined) return
  const largest = largestBodyOf(request.url ?? "")
  const push = request.push.bind(request)
  let bytes = 0
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0
    if (bytes <= largest) return push(chunk, encoding)
    respond(request, response, {
      status: 413,
      sentence: `The body is larger than ${largest} bytes.`,
      headers: { Connection: "close" },
    })
    request.destroy()
    return false
  }
}
