import type { Root } from 'hast'
import { changeElements, textIn } from './nodes.ts'
import type { LeftOut } from './step.ts'

/** The class of FreeScout's line. A mail program may put letters in front of it. */
const LINE_CLASS = /fsReplyAbove$/

/** FreeScout's mark for the message that a reply belongs to: `{#FS:…#}`, with base64 in it. */
const MESSAGE_MARK = /\{#FS:[^#{}]{1,1000}#\}/g

/**
 * What FreeScout writes above its own mails, in each of its languages: "Please reply above this line".
 * https://github.com/freescout-help-desk/freescout/tree/dist/resources/lang
 */
const LINES = new Set(
  [
    'Please reply above this line',
    'Antwoordt a.u.b. boven deze lijn',
    'Bitte über dieser Linie antworten',
    'Kérlek, válaszolj e vonal felett',
    'Lütfen bu satırın üstünden cevap verin',
    'Molimo odgovorite iznad ove linije',
    'Odgovori nad to vrstico',
    'Odpovezte prosím nad tento riadok',
    'Odpovězte prosím nad tímto řádkem',
    'Per favore rispondi sopra questa riga',
    'Por favor responda sobre esta línea',
    'Proszę odpowiadać powyżej tej linii',
    'Responda acima desta linha',
    'Responda por baixo desta linha',
    "Responeu per sobre d'aquesta línia",
    'Svara ovanför denna rad',
    'Vastaa tämän rivin yläpuolelle',
    'Vennligst svar over denne linjen',
    'Veuillez répondre au-dessus de cette ligne',
    'Vă rugăm să răspundeți deasupra acestei linii.',
    'Будь ласка, відповідайте вище цього рядка',
    'Жауабыңызды осы жолдың үстіне жазыңыз',
    'Пожалуйста, пишите ваш ответ выше этой строки',
    'אנא השב מעל קו זה',
    'الرجاء الرد فوق هذا الخط',
    'لطفا بالای این خط پاسخ دهید',
    'この行の上に返信してください',
    '請在此行上方回覆',
    '请在此行上方回复',
    '이 줄 위에 답변해 주십시오.',
  ].map(line => line.toLowerCase()),
)

/** Removes FreeScout's own marks: the line above which one replies, and the number of the message. */
export function removeReplyMarks(tree: Root): LeftOut[] {
  const leftOut: LeftOut[] = []
  changeElements(tree, node => {
    const { className } = node.properties
    if (!Array.isArray(className) || !className.some(name => LINE_CLASS.test(String(name)))) return undefined
    // Some programs put the whole mail below into the same element.
    return isShort(textIn(node)) ? left(textIn(node)) : undefined
  })
  tree.children = tree.children.map(withoutMarks)
  return leftOut

  function left(value: string): [] {
    leftOut.push({ rule: 'FreeScout’s mark', text: value.trim() })
    return []
  }

  function withoutMarks<Node extends Root['children'][number]>(node: Node): Node {
    if (node.type === 'element') return { ...node, children: node.children.map(withoutMarks) }
    if (node.type !== 'text') return node
    const value = node.value
      .replace(MESSAGE_MARK, mark => left(mark).join(''))
      .split('\n')
      .map(line => (isReplyLine(line) ? left(line).join('') : line))
    return { ...node, value: value.join('\n') }
  }
}

function isShort(value: string): boolean {
  return value.trim().length < 120
}

/** How Zendesk marks the line above which one replies, in each language. */
const ZENDESK_LINE = /^[\s>]*##- .{4,100} -##\s*$/

/** Whether a line says nothing but that, with two hyphens around it or without. */
function isReplyLine(line: string): boolean {
  if (!isShort(line)) return false
  if (ZENDESK_LINE.test(line)) return true
  const said = line.replace(/^[\s>]*(?:--|[–—])?\s*|\s*(?:--|[–—])?\s*$/g, '')
  return LINES.has(said.toLowerCase())
}
