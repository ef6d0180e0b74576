import { planSvg } from "@/lib/plan/timeline/plan-svg"
import { type PrintPage, printPages } from "@/lib/plan/timeline/print-pages"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import { lightColours, type Sheet, type SheetOptions, sheetFrame, sheetOf } from "@/lib/plan/timeline/sheet"

export type PlanFormat = "svg" | "png" | "pdf"

/** A browser paints no canvas that is longer than this or has more pixels. */
const LONGEST = 16_000
const MOST_PIXELS = 120_000_000
/** What a page of a picture holds that does not fit in one, in pixels of the sheet. */
const PICTURE_PAGE = { width: 3_200, height: 2_400 }

/** What an export gave: its pages, and letters that its font has not. */
export type PlanExport = { readonly pages: number; readonly missing: readonly string[] }
type Made = PlanExport & { readonly file: Blob; readonly ending: string }

/** Gives the whole plan out as a file. Drawn in the browser, from the same sheet in every format. */
export async function exportPlan(
  model: TimelineModel,
  options: SheetOptions,
  format: PlanFormat,
  printed: string,
): Promise<PlanExport> {
  const { file, ending, pages, missing } = await madeOf(sheetOf(model, options), format, printed)
  const address = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = address
  link.download = `${fileNameOf(options.title)}.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return { pages, missing }
}

const fileNameOf = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "plan"

async function madeOf(sheet: Sheet, format: PlanFormat, printed: string): Promise<Made> {
  if (format === "pdf") {
    const [{ planPdf }, { fontFiles }] = await Promise.all([import("./plan-pdf"), import("./font-files")])
    const { bytes, ...told } = await planPdf(sheet, await fontFiles(), printed)
    return { ...told, file: new Blob([bytes], { type: "application/pdf" }), ending: "pdf" }
  }
  const svg = new Blob([planSvg(sheet)], { type: "image/svg+xml" })
  if (format === "svg") return { file: svg, ending: "svg", pages: 1, missing: [] }
  return picturesOf(svg, sheet)
}

/** Twice as fine as the screen where that fits; what would be coarser than the screen is several pictures in a ZIP archive. */
async function picturesOf(svg: Blob, sheet: Sheet): Promise<Made> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`
  await image.decode()
  const { width, height } = sheet
  const scale = Math.min(2, LONGEST / width, LONGEST / height, Math.sqrt(MOST_PIXELS / (width * height)))
  if (scale >= 1) {
    const whole = { width, height, pieces: [{ from: { x: 0, y: 0, width, height }, x: 0, y: 0 }] }
    return { file: await pictureOf(image, whole, scale), ending: "png", pages: 1, missing: [] }
  }
  const pages = printPages(sheet, PICTURE_PAGE)
  const { zipSync } = await import("fflate")
  const files: Record<string, Uint8Array> = {}
  for (const [index, page] of pages.entries()) {
    const picture = await pictureOf(image, framed(page, sheet), 1)
    files[`${String(index + 1).padStart(3, "0")}.png`] = new Uint8Array(await picture.arrayBuffer())
  }
  const file = new Blob([new Uint8Array(zipSync(files, { level: 0 }))], { type: "application/zip" })
  return { file, ending: "zip", pages: pages.length, missing: [] }
}

/** With the head and the foot of the sheet, as far as they reach. */
function framed(page: PrintPage, { width, height }: Sheet): PrintPage {
  const { head, foot } = sheetFrame
  const across = Math.min(width, page.width)
  const pieces = [
    { from: { x: 0, y: 0, width: across, height: head }, x: 0, y: 0 },
    ...page.pieces,
    { from: { x: 0, y: height - foot, width: across, height: foot }, x: 0, y: page.height - foot },
  ]
  return { ...page, pieces }
}

function pictureOf(image: HTMLImageElement, { width, height, pieces }: PrintPage, scale: number): Promise<Blob> {
  const canvas = document.createElement("canvas")
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const pen = canvas.getContext("2d")
  if (pen) {
    pen.fillStyle = lightColours.surface
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  for (const { from, x, y } of pieces)
    pen?.drawImage(
      image,
      ...([from.x, from.y, from.width, from.height] as const),
      ...([x * scale, y * scale, from.width * scale, from.height * scale] as const),
    )
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))), "image/png"),
  )
}
