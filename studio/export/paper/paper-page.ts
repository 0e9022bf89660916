import { escapedXml } from '#core/formats/reading/xml-text'
import { LEADING, type PaperPart, sheet, sheetsOf } from './paper-sheets.ts'

/** How a document begins on paper, to be shown before it is saved. */
export interface PaperPage {
  /** An HTML page without scripts and without a background around its sheets. */
  readonly html: string
  /** False if the document is longer. */
  readonly isWhole: boolean
}

/** UTF-16 units of text. */
const MAX_LENGTH = 20_000

/** @param language of the text (BCP 47); `und` if unknown */
export function paperPage(parts: readonly PaperPart[], language: string): PaperPage {
  let length = 0
  const shown = parts.filter((part, index) => {
    const isShown = index === 0 || length <= MAX_LENGTH
    length += part.open.length + part.text.length
    return isShown
  })
  const sheets = sheetsOf(shown).map((those) => {
    const lines = those.map(({ open, text, close }) => `${open}${escapedXml(text)}${close}`)
    return ['<section class="sheet">', ...lines, '</section>'].join('\n')
  })
  const html = [
    '<!doctype html>',
    `<html lang="${language === 'und' ? '' : escapedXml(language)}">`,
    '<meta charset="utf-8">',
    `<style>\n${style}</style>`,
    '<main>',
    ...sheets,
    '</main>',
    '</html>',
  ]
  return { html: `${html.join('\n')}\n`, isWhole: shown.length === parts.length }
}

/** A length in points, where the sheet is as wide as the window allows. */
const pt = (points: number): string => `calc(${points} * var(--pt))`

const style = `:root { color-scheme: light; --pt: min(1.12px, 100vw / ${Math.ceil(sheet.width) + 40}); }
body { margin: 0; }
.sheet { box-sizing: border-box; width: ${pt(sheet.width)}; min-height: ${pt(sheet.height)}; margin: ${pt(20)} auto; padding: ${pt(sheet.top)} ${pt(sheet.side)} ${pt(sheet.bottom)}; background: #fff; color: #202124; box-shadow: 0 1px 3px #0004; font: ${pt(11)}/${LEADING} Calibri, Carlito, Inter, 'Noto Sans', system-ui, sans-serif; overflow-wrap: anywhere; }
.sheet > :first-child { margin-top: 0; }
h1 { margin: 0 0 ${pt(3)}; font-size: ${pt(20)}; line-height: 1.2; }
h2 { margin: ${pt(24)} 0 0; font-size: ${pt(13)}; }
h3 { margin: ${pt(16)} 0 0; font-size: ${pt(11)}; }
p { margin: 0; }
p.head { margin-top: ${pt(12)}; }
p.apart { margin-top: ${pt(6)}; }
p.facts, time, small { color: #5f6368; font-size: ${pt(9)}; font-weight: 400; }
p.facts { margin: ${pt(4)} 0 ${pt(6)}; }
p.sound { color: #5f6368; font-style: italic; }
p.note { margin-left: ${pt(28)}; }
ul, ol { margin: ${pt(6)} 0 0; padding-left: ${pt(22)}; }
blockquote { margin: 0; }
table { border-collapse: collapse; width: 100%; margin-top: ${pt(6)}; }
th, td { padding: ${pt(3)}; border-bottom: 1px solid #c4c7c5; text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
`
