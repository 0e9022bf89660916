import { pageColors, voiceColors } from './page-colors.ts'

const named = Object.entries(pageColors)
const colors = (index: 0 | 1, voices: readonly number[]): string =>
  [
    ...named.map(([name, pair]) => `--${name}: ${pair[index]}`),
    ...voices.map((voice) => `--v${voice}: ${voiceColors[voice - 1]?.[index] ?? 'currentColor'}`),
  ].join('; ')

/** Styles of an exported page, in light and dark, and on paper. `voices`: numbers of the colors it has. */
export const pageStyle = (voices: readonly number[]): string => `:root { ${colors(0, voices)}; }
@media screen and (prefers-color-scheme: dark) { :root { ${colors(1, voices)}; } }
:root { color-scheme: light dark; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1rem 4rem; }
h1, h2.chapter, p { font-family: 'Source Serif 4', Charter, 'Iowan Old Style', Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
.facts { font-family: inherit; font-size: .875rem; color: var(--quiet); margin: 0; }
nav ol { list-style: none; margin: 1rem 0 0; padding: 0; font-size: .9375rem; }
nav a { color: inherit; display: inline-block; padding: .125rem 0; }
nav span, h2.chapter span { color: var(--quiet); font: 400 .8125rem/1 system-ui, sans-serif; margin-left: .5rem; }
.bar { position: sticky; top: 0; z-index: 1; background: var(--paper); border: solid var(--line); border-width: 1px 0; margin: 1rem 0; padding: .75rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .875rem; }
.bar input[type=search] { font: inherit; padding: .25rem .5rem; width: 14rem; max-width: 100%; }
.bar output { color: var(--quiet); }
.bar .silent { margin-left: auto; color: var(--quiet); }
audio, video { flex: 1 0 100%; width: 100%; max-height: 40vh; }
section { scroll-margin-top: 9rem; }
h2.chapter { font-size: 1.3125rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.voice { display: grid; grid-template-columns: 8rem minmax(0, 1fr); column-gap: .75rem; margin: .875rem 0; }
.voice > h2, .voice > h3 { grid-column: 1; margin: 0; padding-top: .25rem; font-size: .875rem; line-height: 1.4; text-align: right; color: var(--v); overflow-wrap: anywhere; }
.voice > p { grid-column: 2; border-left: 3px solid var(--v, transparent); padding-left: .75rem; }
p { margin: 0; font-size: 1.125rem; line-height: 1.6; }
p button { font: .75rem/1 system-ui, sans-serif; color: var(--quiet); background: none; border: 0; margin-right: .25rem; padding: .25rem 0; min-height: 24px; cursor: pointer; }
p button:disabled { cursor: auto; }
p.sound { font-style: italic; }
p.note { margin-left: 2rem; }
p.now { background: var(--spoken); color: #1d2430; }
p.now button { color: inherit; }
[hidden] { display: none !important; }
${voices.map((voice) => `[data-v="${voice}"] { --v: var(--v${voice}); }\n`).join('')}@media (max-width: 40rem) { .voice { display: block; } .voice > h2, .voice > h3 { text-align: left; } }
@media print {
  :root { color-scheme: light; background: none; font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .bar, nav, p button { display: none; }
  h2, h3 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  p.now { background: none; }
}
`
