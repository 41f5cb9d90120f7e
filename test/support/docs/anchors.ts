/** The anchors that GitHub gives to the headings of a page in Markdown, in their order. */
export function anchorsOf(text = ''): string[] {
  const seen = new Map<string, number>()
  const withoutBlocks = text.replace(/^ *(`{3,}).*?^ *\1$/gms, '')
  return [...withoutBlocks.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count ? `${slug}-${count}` : slug
  })
}
