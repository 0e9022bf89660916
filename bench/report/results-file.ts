/** The result of one kind of run. */
export interface Section {
  /** Occurs once in the file: a new run of a kind replaces the old one. */
  readonly title: string
  readonly body: string
}

const PREAMBLE = `# Measurements

Written by \`npm run bench\` (\`-- --peers\` for the other programs). Each section tells when, where and on which commit
it was made; a later run of the same kind takes its place. What is counted and how: bench/README.md.
`

/**
 * The file's text with a section inserted: in its old position, or else according to `order` (titles).
 * @param text the current text, '' for none
 */
export function withSection(text: string, section: Section, order: readonly string[]): string {
  const sections = new Map(readSections(text).map(({ title, body }) => [title, body]))
  sections.set(section.title, section.body.trim())
  const rank = (title: string): number => (order.includes(title) ? order.indexOf(title) : order.length)
  const sorted = [...sections].sort(([a], [b]) => rank(a) - rank(b))
  return [PREAMBLE, ...sorted.map(([title, body]) => `## ${title}\n\n${body}\n`)].join('\n')
}

function readSections(text: string): Section[] {
  return text
    .split(/^## /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { title: part.slice(0, end).trim(), body: part.slice(end).trim() }
    })
}
