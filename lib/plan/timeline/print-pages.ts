import { ROW_HEIGHT } from "./marks"
import { type Sheet, type SheetWords, sheetFrame } from "./sheet"

/** Part of a sheet, in its pixels. */
export type Region = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** A region of the sheet and where its upper left corner lies on the page, in pixels. */
export type Piece = { readonly from: Region; readonly x: number; readonly y: number }
export type PrintPage = { readonly width: number; readonly height: number; readonly pieces: readonly Piece[] }

const { names, head, axis, foot } = sheetFrame
const top = head + axis

/**
 * A sheet over as many pages as it takes, row by row and from left to right: each has the names of its rows, the axis over its
 * part of the time, and the head and foot, which the printer fills. Rows are not cut. A sheet that fits is one page of its own
 * size. Sizes in pixels of the sheet.
 */
export function printPages(sheet: Sheet, paper: { readonly width: number; readonly height: number }): PrintPage[] {
  if (sheet.width <= paper.width && sheet.height <= paper.height) {
    const body = { x: 0, y: head, width: sheet.width, height: sheet.height - head - foot }
    return [{ width: sheet.width, height: sheet.height, pieces: [{ from: body, x: 0, y: head }] }]
  }
  const columns = slices(sheet.width - names, paper.width - names)
  const rows = slices(sheet.height - top - foot, wholeRows(paper.height - top - foot))
  return rows.flatMap((down) =>
    columns.map((across) => ({
      ...{ width: paper.width, height: paper.height },
      pieces: [
        { from: { x: 0, y: top + down.at, width: names, height: down.size }, x: 0, y: top },
        { from: { x: names + across.at, y: head, width: across.size, height: axis }, x: names, y: head },
        { from: { x: names + across.at, y: top + down.at, width: across.size, height: down.size }, x: names, y: top },
      ],
    })),
  )
}

const wholeRows = (height: number): number => Math.max(1, Math.floor(height / ROW_HEIGHT)) * ROW_HEIGHT

function slices(whole: number, most: number): { at: number; size: number }[] {
  const count = Math.max(1, Math.ceil(whole / most))
  return Array.from({ length: count }, (_, index) => ({ at: index * most, size: Math.min(most, whole - index * most) }))
}

/** The widest that words of the chart are, in pixels. */
const WIDEST = 190

/** The words that a region shows, also those that begin before it. The frame's own words are none of them. */
export const wordsIn = ({ words }: Sheet, { x, y, width, height }: Region): readonly SheetWords[] =>
  words.filter((each) => {
    const left = each.toRight ? each.x - WIDEST : each.x
    const right = each.toRight ? each.x : each.x + Math.max(WIDEST, x === 0 ? width : 0)
    return each.y > y && each.y <= y + height && right > x && left < x + width && (x > 0 || each.x < x + width)
  })
