import { planSvg } from "@/lib/plan/timeline/plan-svg"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import { type Sheet, type SheetOptions, sheetOf } from "@/lib/plan/timeline/sheet"

export type PlanFormat = "svg" | "png" | "pdf"

/** A browser paints no canvas that is longer than this or has more pixels. */
const LONGEST = 16_000
const MOST_PIXELS = 120_000_000

/** Gives the whole plan out as a file. Drawn in the browser, from the same sheet in every format. */
export async function exportPlan(model: TimelineModel, options: SheetOptions, format: PlanFormat): Promise<void> {
  const file = await fileOf(sheetOf(model, options), format)
  const address = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = address
  link.download = `${fileNameOf(options.title)}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const fileNameOf = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "plan"

async function fileOf(sheet: Sheet, format: PlanFormat): Promise<Blob> {
  if (format === "pdf") {
    const { planPdf } = await import("./plan-pdf")
    return new Blob([await planPdf(sheet)], { type: "application/pdf" })
  }
  const svg = new Blob([planSvg(sheet)], { type: "image/svg+xml" })
  return format === "svg" ? svg : pictureOf(svg, sheet)
}

/** Twice as fine as the screen where that fits. */
async function pictureOf(svg: Blob, { width, height }: Sheet): Promise<Blob> {
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`
  const image = new Image()
  image.src = address
  await image.decode()
  const scale = Math.min(2, LONGEST / width, LONGEST / height, Math.sqrt(MOST_PIXELS / (width * height)))
  const canvas = document.createElement("canvas")
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))), "image/png"),
  )
}
