/** What a drawing needs of the page's styles to stand alone. */
const STYLES = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-decoration"] as const

/** The board as a file of its own: the styles of the page are written into each part. @throws where no board is drawn */
export function standAlone(): { readonly text: string; readonly width: number; readonly height: number } {
  const svg = document.querySelector<SVGSVGElement>("svg[data-board]")
  if (!svg) throw new Error("no board is drawn")
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error("a drawing is no drawing any more")
  const originals = [...svg.querySelectorAll("*")]
  for (const [at, part] of [...copy.querySelectorAll("*")].entries()) {
    const original = originals[at]
    if (!original) continue
    const style = getComputedStyle(original)
    for (const name of STYLES) part.setAttribute(name, style.getPropertyValue(name))
    part.removeAttribute("class")
  }
  const { width, height } = svg.viewBox.baseVal
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect")
  for (const [name, value] of [
    ["width", String(width)],
    ["height", String(height)],
    ["fill", getComputedStyle(document.body).backgroundColor],
  ] as const)
    background.setAttribute(name, value)
  copy.prepend(background)
  copy.removeAttribute("class")
  for (const [name, value] of [
    ["width", String(width)],
    ["height", String(height)],
    ["xmlns", "http://www.w3.org/2000/svg"],
  ] as const)
    copy.setAttribute(name, value)
  return { text: new XMLSerializer().serializeToString(copy), width, height }
}

/** Gives the board out as SVG or, twice as large, as PNG. */
export async function giveBoard(format: "svg" | "png"): Promise<void> {
  const { text, width, height } = standAlone()
  if (format === "svg") return save(new Blob([text], { type: "image/svg+xml" }), "board.svg")
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"))
  if (!blob) throw new Error("the picture could not be made")
  save(blob, "board.png")
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
