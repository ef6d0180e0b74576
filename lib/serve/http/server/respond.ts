import type { IncomingMessage, ServerResponse } from "node:http"
import { type Answer, isApi, render } from "../answer"

/** Gives an answer of the server's own; nothing when the product has begun to answer. */
export function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { type, text } = render(answer, isApi(request.url ?? "/"))
  response.writeHead(answer.status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    ...(answer.status === 503 ? { "Retry-After": "3" } : {}),
    ...answer.headers,
  })
  response.end(request.method === "HEAD" ? undefined : text)
}

/** For what could not even be read as a request. */
export function rawAnswer(status: number, sentence: string): string {
  const { type, text } = render({ status, sentence }, true)
  const allow = status === 405 ? "Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n" : ""
  const length = Buffer.byteLength(text)
  return `HTTP/1.1 ${status} Refused\r\n${allow}Content-Type: ${type}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${text}`
}
