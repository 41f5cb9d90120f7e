import type { Element } from 'hast'
import { elementsIn, isElement, isEmpty } from './nodes.ts'

export type Row = { cells: Element[] }

/**
 * A table as rows of cells, each cell in its column. `width`: the number of columns. `hasHeader`: the mail itself says
 * that a row or a column has names.
 */
export type Grid = { rows: Row[]; width: number; hasHeader: boolean; captions: Element[] }

/** No mail has a wider table. A cell that says it spans more is cut here. */
const MAX_SPAN = 60

/** Reads the rows of a table. Empty rows and columns, which only keep a distance, are left out. */
export function readGrid(table: Element): Grid {
  const parts = elementsIn(table)
  const found = parts.flatMap(part => (isElement(part, 'tr') ? [part] : elementsIn(part)))
  const trs = found.filter(part => isElement(part, 'tr'))
  const rows = placed(trs).filter(({ cells }) => cells.some(cell => !isEmpty(cell)))
  const columns = usedColumns(rows)
  return {
    rows: rows.map(({ cells }) => ({ cells: cells.filter((_, at) => columns.has(at)) })),
    width: columns.size,
    hasHeader:
      parts.some(part => isElement(part, 'thead')) ||
      trs.some(row => elementsIn(row).some(cell => isElement(cell, 'th'))),
    captions: parts.filter(part => isElement(part, 'caption')),
  }
}

/** Puts each cell into its column. A cell that spans others is followed, or stood on, by empty ones. */
function placed(trs: Element[]): Row[] {
  /** For each column, the number of further rows that a cell above takes. */
  const taken: number[] = []
  return trs.map(tr => {
    const cells: Element[] = []
    const free = () => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1
        cells.push(empty())
      }
    }
    for (const cell of elementsIn(tr).filter(child => isElement(child, 'td', 'th'))) {
      free()
      const columns = span(cell.properties.colSpan)
      const rows = span(cell.properties.rowSpan)
      for (let at = 0; at < columns; at++) {
        if (rows > 1) taken[cells.length] = rows - 1
        cells.push(at === 0 ? cell : empty())
      }
    }
    free()
    return { cells }
  })
}

function usedColumns(rows: Row[]): Set<number> {
  const used = new Set<number>()
  for (const { cells } of rows) {
    for (const [at, cell] of cells.entries()) if (!isEmpty(cell)) used.add(at)
  }
  return used
}

function span(value: unknown): number {
  const number = Number(value ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, MAX_SPAN) : 1
}

function empty(): Element {
  return { type: 'element', tagName: 'td', properties: {}, children: [] }
}

/** Some forms write each name into a row of its own, above its value. */
export function withNamesAbove(rows: Row[]): Row[] {
  const isAlone = (row: Row | undefined, at: number) =>
    row?.cells.every((cell, index) => isEmpty(cell) === (index !== at)) ?? false
  return rows.flatMap((row, at) => {
    const [before, after] = [rows[at - 1], rows[at + 1]]
    const [name, value] = [row.cells[0], after?.cells[1]]
    if (isAlone(row, 0) && isAlone(after, 1) && name && value) return [{ ...row, cells: [name, value] }]
    return isAlone(before, 0) && isAlone(row, 1) ? [] : [row]
  })
}
