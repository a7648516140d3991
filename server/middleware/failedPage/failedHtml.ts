const style = `
:root { color-scheme: light dark; --paper: #fdfcf8; --ink: #1c1a17; --faint: #6a645b }
@media (prefers-color-scheme: dark) { :root { --paper: #16150f; --ink: #e9e4d8; --faint: #a49c8d } }
body { margin: 15vh auto; padding: 0 1.25rem; max-width: 34rem; background: var(--paper); color: var(--ink);
  font: 106.25%/1.75 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif; text-align: center }
h1, h2 { line-height: 1.35 } h1 { font-size: 1.6rem } h2 { margin-top: 3rem; font-size: 1.2rem }
[lang=en] { font-family: Georgia, 'Times New Roman', serif } a { color: inherit }
.id { margin-top: 3rem; color: var(--faint); font: .8rem ui-monospace, monospace }`

/** A page that says that another could not be made. @param id of the request, for whoever looks for the cause */
export function failedHtml(id: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>这一页暂时打不开 · This page cannot be shown just now</title><style>${style}</style></head>
<body><main>
<h1>这一页暂时打不开</h1>
<p>服务器出了问题。请过一会儿<a href="">再试</a>；如果一直这样，请把下面的编号告诉报社。</p>
<div lang="en"><h2>This page cannot be shown just now</h2>
<p>Something is wrong on the server. <a href="">Try again</a> in a while; if it stays like this, please tell the newspaper the number below.</p></div>
<p class="id">${id.replace(/[^A-Za-z0-9._:-]/g, '')}</p>
</main></body></html>
`
}
