/** A page, as HTML, that runs nothing and loads nothing. `title` is text; `style` is CSS and `content` HTML. */
export function htmlPage({
  title,
  style,
  content,
}: {
  title: string
  style: string
  content: string
}): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1f2328; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; border-bottom: 1px solid #d1d9e0; padding-bottom: .4rem; }
${style.trim()}
</style>
<h1>${escaped(title)}</h1>
${content}
</html>
`
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
