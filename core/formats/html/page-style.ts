/** Styles of an exported page, in light and dark, and on paper. */
export const pageStyle = `:root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 45rem; padding: 0 1rem 4rem; }
header { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid GrayText; }
h1 { font-size: 1.5rem; margin: .5rem 0; }
h2 { font-size: 1rem; margin: 1.5rem 0 0; }
audio, video { width: 100%; max-height: 40vh; }
p { margin: .25rem 0; }
p button { font: inherit; font-size: .85rem; color: LinkText; background: none; border: 0; padding: .2rem .4rem; min-height: 24px; cursor: pointer; }
p.sound { font-style: italic; }
p.note { margin-left: 2rem; }
p.now { background: Mark; color: MarkText; }
[hidden] { display: none; }
@media print { header label, audio, video, output { display: none; } header { position: static; } }
`
