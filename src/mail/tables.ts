import type { Element, ElementContent, Parents, Root } from 'hast'
import { type Grid, type Row, readGrid, withNamesAbove } from './grid.ts'
import { element, isElement, isEmpty, isInline, text, textIn } from './nodes.ts'
import { inOneLine } from './one-line.ts'
import type { LeftOut } from './step.ts'
import { styleOf } from './style.ts'

/** A wider table becomes a list. */
const MAX_COLUMNS = 40
/** A longer text in a first column is not the name of what follows. */
const MAX_NAME_LENGTH = 60
/** A cell that holds more characters is prose, which only a layout puts beside other prose. */
const MAX_CELL_LENGTH = 600
/** The same, where nobody drew lines around the cells. */
const MAX_UNLINED_LENGTH = 200

/**
 * Turns each table into what it is for. A layout table dissolves into its cells. A data table has one header row and
 * equal rows. A table of names and values, and one whose cells hold lists or code, becomes a list of `name: value`.
 */
export function readTables(tree: Root): LeftOut[] {
  completeTables(tree)
  read(tree)
  return []
}

/** A mail may start in the middle of a table. Its rows and cells are put into a table, in place. */
function completeTables(parent: Parents): void {
  const isPart = isElement(parent, 'table', 'thead', 'tbody', 'tfoot', 'tr')
  const children: ElementContent[] = []
  for (const child of parent.children as ElementContent[]) {
    if (isElement(child)) completeTables(child)
    const isRow = isElement(child, 'thead', 'tbody', 'tfoot', 'tr')
    if (isPart || !(isRow || isElement(child, 'td', 'th'))) {
      children.push(child)
      continue
    }
    const before = children.at(-1)
    const table = isElement(before, 'table') ? before : element('table', [])
    if (table !== before) children.push(table)
    const last = table.children.at(-1)
    if (isRow) table.children.push(child)
    else if (isElement(last, 'tr')) last.children.push(child)
    else table.children.push(element('tr', [child]))
  }
  parent.children = children
}

/** The inner tables first: only then does a table know whether one of its cells holds a block. */
function read(parent: Parents): void {
  const children: ElementContent[] = []
  for (const child of parent.children as ElementContent[]) {
    if (isElement(child)) read(child)
    children.push(...(isElement(child, 'table') ? written(child) : [child]))
  }
  parent.children = children
}

function written(table: Element): ElementContent[] {
  const grid = readGrid(table)
  const captions = grid.captions.filter(caption => !isEmpty(caption))
  const title = captions.map(({ children }) => element('p', [element('strong', children)]))
  return [...title, ...body(table, grid)]
}

function body(table: Element, grid: Grid): ElementContent[] {
  const { rows, width } = grid
  if (rows.length === 0) return [element('br', [])]
  if (isLayout(table, grid)) return rows.flatMap(dissolved)
  const header = headerOf(grid)
  const isFlat = rows.every(({ cells }) => cells.every(cell => isLine(cell)))
  if (!header && width === 2 && hasNames(rows)) return [pairs(withNamesAbove(rows))]
  if (!isFlat || width > MAX_COLUMNS) return [records(rows, header)]
  const [names, ...others] = header ? rows : [{ cells: [] }, ...rows]
  const written = [names, ...others].map(row => rowOf(row as Row, { width, isHeader: row === names }))
  return [element('table', written)]
}

/** Whether a table only places things on the page. */
function isLayout(table: Element, { rows, width, hasHeader, captions }: Grid): boolean {
  const role = String(table.properties.role ?? '')
  if (width < 2) return true
  if (hasHeader || captions.length > 0) return false
  const cells = rows.flatMap(row => row.cells)
  if (cells.some(cell => holds(cell, 'table', 'h1', 'h2', 'h3', 'hr'))) return true
  if (rows.length < 2) return true
  const isForm = width === 2 && hasNames(rows) && role === ''
  if (isForm || cells.some(cell => textIn(cell).length > MAX_CELL_LENGTH)) return !isForm
  if (hasLines(table, rows)) return false
  if (cells.some(cell => textIn(cell).length > MAX_UNLINED_LENGTH)) return true
  if (width === 2 && !hasNames(rows)) return true
  if (role === 'presentation' || role === 'none') return width !== 2
  return cells.some(cell => !isLine(cell))
}

/** Whether somebody drew lines around the cells. */
function hasLines(table: Element, rows: Row[]): boolean {
  if (Number(table.properties.border ?? 0) > 0) return true
  const bordered = (node: Element) => /^(?!0|none)\S/.test(styleOf(node).get('border') ?? '')
  return bordered(table) || rows.some(({ cells }) => cells.some(bordered))
}

/** The cells of a layout, one after the other. Short cells of one row share a line. */
function dissolved({ cells }: Row): ElementContent[] {
  const filled = cells.filter(cell => !isEmpty(cell))
  const isShort =
    filled.length > 1 &&
    filled.every(cell => isLine(cell) && countLines(cell) <= 1 && textIn(cell).length <= MAX_NAME_LENGTH)
  if (!isShort) return filled.map(({ children }) => element('div', children))
  return [
    element(
      'div',
      filled.flatMap((cell, at) =>
        at === 0 ? inOneLine(cell.children) : [text(' · '), ...inOneLine(cell.children)],
      ),
    ),
  ]
}

/** The names of the columns: the header row, or a first row that is all in bold or has names only. */
function headerOf({ rows, hasHeader, width }: Grid): Row | undefined {
  const [first] = rows
  if (!first || rows.length < 2) return undefined
  // A name in front of each row is no header.
  const isNamed = rows.every(
    ({ cells }) => cells[0]?.tagName === 'th' && !cells.slice(1).some(cell => cell.tagName === 'th'),
  )
  if (isNamed) return undefined
  if (hasHeader) return first
  const isFull = first.cells.length === width && first.cells.every(cell => !isEmpty(cell))
  if (!isFull) return undefined
  if (first.cells.every(isBold)) return first
  const isName = (cell: Element) => /^[^\d]{1,40}$/.test(textIn(cell).trim())
  return width > 2 && first.cells.every(isName) ? first : undefined
}

/** Whether each row is a short name and a value. */
function hasNames(rows: Row[]): boolean {
  return rows.every(({ cells: [name] }) => {
    const length = name ? textIn(name).trim().length : 0
    return name && isLine(name) && (isEmpty(name) || length > 0) && length <= MAX_NAME_LENGTH
  })
}

function isBold(cell: Element): boolean {
  return (
    cell.children.every(
      child =>
        isEmpty(child) ||
        (isElement(child) &&
          (isElement(child, 'b', 'strong', 'th') ||
            /^(?:bold|[6-9]00)/.test(styleOf(child).get('font-weight') ?? '') ||
            isBold(child))),
    ) && cell.children.some(child => isElement(child))
  )
}

function pairs(rows: Row[]): Element {
  const items = rows.map(({ cells: [name, value] }) => {
    if (!value || (isLine(value) && countLines(value) <= 1)) return [element('p', nameAndValue(name, value))]
    return [element('p', nameAndValue(name, undefined)), element('div', value.children)]
  })
  return element(
    'ul',
    items.map(children => element('li', children)),
  )
}

/** A list with an item for each row: a line for each value that fits into one, then the others. */
function records(rows: Row[], header: Row | undefined): Element {
  const values = header ? rows.slice(1) : rows
  // A column without a value still has a name.
  const unused = (header?.cells ?? []).filter(
    (name, at) => !isEmpty(name) && values.every(({ cells }) => isEmpty(cells[at] ?? element('td', []))),
  )
  const items = values.map(({ cells }) => {
    const parts: ElementContent[] = []
    for (const [at, cell] of cells.entries()) {
      if (isEmpty(cell)) continue
      const name = header?.cells[at]
      const last = parts.at(-1)
      const line = isLine(cell) ? nameAndValue(name, cell) : nameAndValue(name, undefined)
      if (isElement(last, 'p') && line.length > 0) last.children.push(element('br', []), ...line)
      else if (line.length > 0) parts.push(element('p', line))
      if (!isLine(cell)) parts.push(element('div', cell.children))
    }
    return element('li', parts)
  })
  items.push(...unused.map(name => element('li', nameAndValue(name, undefined))))
  return element('ul', items)
}

/** `name: value`, without a second colon. */
function nameAndValue(name: Element | undefined, value: Element | undefined): ElementContent[] {
  const label = name && !isEmpty(name) ? inOneLine(name.children) : []
  const colon = label.length === 0 ? [] : [text(/[:?]\s*$/.test(name ? textIn(name) : '') ? ' ' : ': ')]
  return [...label, ...colon, ...(value ? inOneLine(value.children) : [])]
}

function rowOf({ cells }: Row, { width, isHeader }: { width: number; isHeader: boolean }): Element {
  const written = Array.from({ length: width }, (_, at): Element => {
    const cell = cells[at]
    if (!cell || isEmpty(cell)) return element(isHeader ? 'th' : 'td', [])
    const { align } = cell.properties
    const children = isHeader ? withoutBold(inOneLine(cell.children, ' ')) : inOneLine(cell.children)
    return element(isHeader ? 'th' : 'td', children, align ? { align } : {})
  })
  return element('tr', written)
}

/** Markdown shows a header in bold anyway. */
function withoutBold(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap(node => (isElement(node, 'b', 'strong') ? withoutBold(node.children) : [node]))
}

/** Whether a cell can stand in one line: text, and blocks of text. */
function isLine(cell: Element): boolean {
  return cell.children.every(child => {
    if (!isElement(child)) return true
    if (isElement(child, 'pre')) return !/\n./.test(textIn(child).trim())
    if (isElement(child, 'ul', 'ol', 'dl', 'table', 'blockquote', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
      return false
    return isLine(child)
  })
}

/** The number of blocks and line breaks in a cell. */
function countLines(node: Element): number {
  const inside = node.children.filter(child => isElement(child))
  return inside.reduce(
    (sum, child) => sum + (isInline(child) ? 0 : 1) + (isElement(child, 'br') ? 1 : 0) + countLines(child),
    0,
  )
}

function holds(node: Element, ...names: string[]): boolean {
  return node.children.some(
    child => isElement(child) && (names.includes(child.tagName) || holds(child, ...names)),
  )
}
