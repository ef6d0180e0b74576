/** An answer that the server gives by itself, before or instead of the product: a status and a sentence. */
export type Answer = {
  readonly status: number
  readonly sentence: string
  readonly headers?: Readonly<Record<string, string>>
}

const TITLES: Readonly<Record<number, string>> = {
  307: "Wrong address",
  400: "Bad request",
  405: "Not possible here",
  408: "Too slow",
  413: "Too large",
  414: "Address too long",
  421: "Wrong address",
  431: "Too large",
  500: "Something went wrong",
  503: "Not ready",
}

/** True for addresses of the API, whose readers are programs. */
export const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/")

/** The type and text of an answer: a problem document (RFC 9457) for a program, a page without scripts for a person. */
export function render({ status, sentence }: Answer, forProgram: boolean): { type: string; text: string } {
  const title = TITLES[status] ?? "Not possible"
  if (forProgram) {
    const problem = { type: "about:blank", title, status, detail: sentence }
    return { type: "application/problem+json", text: JSON.stringify(problem) }
  }
  const refresh = status === 503 ? '<meta http-equiv="refresh" content="3">' : ""
  const text = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}<title>${title} - Lakeward</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.1rem}</style></head>
<body><main><h1>${title}</h1><p>${escapeHtml(sentence)}</p></main></body></html>
`
  return { type: "text/html; charset=utf-8", text }
}

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
