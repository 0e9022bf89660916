import { pageColors, voiceColors } from '../formats/html/page-colors.ts'

/** Further colors of the page of text (renderer/ui/tokens.css): in light, in dark. */
const colors = {
  ...pageColors,
  desk: ['#f2f1ed', '#14171c'],
  edge: ['#82868e', '#78818f'],
  accent: ['#20385e', '#c6d5ec'],
  'on-accent': ['#fdfcfa', '#14171c'],
  focus: ['#0b57c2', '#8ab8ff'],
  doubt: ['#a85400', '#f0a850'],
  edited: ['#2f7350', '#84cfa4'],
  chosen: ['#e7ebf3', '#2a3445'],
  danger: ['#a3261f', '#ff9f92'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>

const declared = (index: 0 | 1): string =>
  [
    ...Object.entries(colors).map(([name, pair]) => `--${name}: ${pair[index]}`),
    ...voiceColors.map((pair, at) => `--v${at + 1}: ${pair[index]}`),
  ].join('; ')

/**
 * Styles of a review page, in light and dark, from 320 px on. What is not on screen is not laid out, so that hours of text
 * open at once. `correct`: the word of the button at a paragraph.
 */
export const reviewStyle = (
  correct: string,
): string => `:root { ${declared(0)}; --correct: ${JSON.stringify(correct)}; }
@media (prefers-color-scheme: dark) { :root { ${declared(1)}; } }
:root { color-scheme: light dark; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem 6rem; }
h1, h2.chapter, .par > p, textarea.text { font-family: 'Charis SIL', Charter, 'Source Serif 4', 'Iowan Old Style', Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.875rem; line-height: 1.2; margin: 0 0 .5rem; }
header p, header ul { margin: .5rem 0; max-width: 44rem; }
.quiet, summary, label { color: var(--ink); font-size: .875rem; }
.quiet { color: var(--quiet); }
.trouble { color: var(--danger); }
summary { cursor: pointer; padding: .375rem 0; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0; }
button, select, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
button.line, button.main, select, input { min-height: 2.25rem; padding: .25rem .75rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); font-size: .875rem; }
button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
button:disabled { cursor: auto; opacity: .5; }
button[aria-pressed=true] { background: var(--chosen); border-color: var(--edited); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
input { min-width: 0; width: 16rem; max-width: 100%; }
.voices { list-style: none; padding: 0; display: grid; gap: .5rem; }
.voices li { display: grid; grid-template-columns: minmax(6rem, 12rem) minmax(0, 16rem) auto; gap: .5rem; align-items: center; border-left: 4px solid var(--v); padding-left: .5rem; }
.bar { position: sticky; top: 0; z-index: 1; background: var(--paper); border: solid var(--line); border-width: 1px 0; margin: 1rem 0; padding: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .875rem; }
.bar .main { margin-left: auto; order: 1; }
output { font-variant-numeric: tabular-nums; color: var(--quiet); }
h2.chapter { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h2.chapter span { color: var(--quiet); font: 400 .8125rem/1 system-ui, sans-serif; margin-left: .5rem; }
.voice { margin: 1rem 0; border-left: 4px solid var(--v, transparent); padding-left: .75rem; content-visibility: auto; contain-intrinsic-size: auto 8rem; }
.voice > h2, .voice > h3 { margin: 0; font-size: .875rem; line-height: 1.4; color: var(--v); overflow-wrap: anywhere; }
.par { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr) auto; column-gap: .5rem; align-items: baseline; scroll-margin-top: 9rem; }
.par > p { margin: 0; font-size: 1.1875rem; line-height: 1.6; white-space: pre-wrap; cursor: text; }
.par.sound > p { font-style: italic; }
.at, .pen { background: none; border: 0; padding: .25rem 0; min-height: 24px; color: var(--quiet); font-size: .75rem; text-align: left; font-variant-numeric: tabular-nums; }
.pen { padding: .25rem .375rem; }
.pen::before { content: var(--correct); }
@media (hover: hover) { .par:not(:hover) > .pen:not(:focus-visible) { opacity: 0; } }
.place { text-decoration: underline wavy var(--doubt) 1.5px; text-underline-offset: 3px; cursor: pointer; }
.place.right { text-decoration: underline dotted var(--edited) 2px; }
.edited { text-decoration: underline solid var(--edited) 1.5px; text-underline-offset: 3px; }
.now > p { background: var(--spoken); color: #1d2430; }
.now .place, .now .edited { text-decoration-color: currentcolor; }
.remark { grid-column: 2 / -1; margin: 0 0 .5rem; font-size: .875rem; color: var(--quiet); white-space: pre-wrap; overflow-wrap: anywhere; }
.remark::before { content: '— '; }
.editor { contain: layout style; scroll-margin: 9rem 0 1rem; grid-column: 1 / -1; display: grid; gap: .5rem; margin: .5rem 0 1rem; padding: .75rem; background: var(--desk); border-radius: 10px; }
.editor label { display: grid; gap: .25rem; }
.editor textarea { width: 100%; field-sizing: content; resize: vertical; padding: .5rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); overflow-wrap: anywhere; }
textarea.text { font-size: 1.1875rem; line-height: 1.5; }
.editor ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
.editor li { font-size: .875rem; }
dialog { background: var(--paper); color: inherit; border: 1px solid var(--line); border-radius: 10px; max-width: min(36rem, calc(100vw - 1rem)); padding: 1.25rem; }
dialog h2 { margin: 0; font-size: 1.375rem; }
dialog textarea { width: 100%; }
[hidden] { display: none !important; }
${voiceColors.map((_, at) => `[data-v="${at + 1}"] { --v: var(--v${at + 1}); }\n`).join('')}@media (max-width: 40rem) {
  .par { grid-template-columns: minmax(0, 1fr) auto; }
  .par > p { grid-column: 1 / -1; grid-row: 2; font-size: 1.0625rem; }
  .remark { grid-column: 1 / -1; }
  .voices li { grid-template-columns: minmax(0, 1fr) auto; }
  .voices label { grid-column: 1 / -1; }
  .bar { gap: .375rem; }
  .bar .main { order: 0; }
  button.line, button.main, select { padding: .25rem .5rem; }
}
@media (prefers-contrast: more) { .quiet, output, .at, .pen, .remark { color: inherit; } }
@media print { .bar, .at, .pen, header details { display: none; } }
`
