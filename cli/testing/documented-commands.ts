import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** Markdown files that say how things are; notes on how an issue was tried are no instructions. */
export function documentsBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('acceptance'))
    .map((name) => `${folder}/${name}`)
}

/** What follows `parolo` in a document's lines of code and in backquotes, without the explanation beside it. */
export function commandsOf(document: string): string[] {
  const text = readFileSync(path.join(root, document), 'utf8')
  const blocks = [...text.matchAll(/^```\n(?<lines>[^]*?)^```/gmu)].flatMap(
    ({ groups }) => groups?.['lines']?.split('\n') ?? [],
  )
  const quoted = [...text.replaceAll(/^```[^]*?^```/gmu, '').matchAll(/`(?<code>[^`\n]+)`/gu)]
  return [...blocks.map(withoutExplanation), ...quoted.map(({ groups }) => groups?.['code'] ?? '')]
    .map(
      (line) => /^(?:npm run -s parolo --|parolo)\s+(?<rest>.+)$/u.exec(line.trim())?.groups?.['rest'] ?? '',
    )
    .filter((rest) => rest !== '' && !/[[|…]|^(?:--help|--version|[A-Z]+\b)/u.test(rest))
}

function withoutExplanation(line: string): string {
  return line.replace(/ {2,}\S.*$/u, '')
}

/** A command's words as a shell gives them, as far as documents need it. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '',
  )
}
