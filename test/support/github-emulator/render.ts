/**
 * Markdown as HTML, as far as the emulator goes: HTML comments vanish, blank lines part paragraphs, line
 * ends break, and everything else is escaped. GitHub renders all of its Markdown.
 */
export function renderHtml(markdown: string): string {
  return paragraphs(markdown)
    .map(paragraph => `<p dir="auto">${escapeHtml(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}

/** The text that is left of it. */
export function renderText(markdown: string): string {
  return paragraphs(markdown).join('\n\n')
}

function paragraphs(markdown: string): string[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n[ \t]*\n+/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
