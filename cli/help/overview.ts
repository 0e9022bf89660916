import type { ProgramLanguage } from '#core/messages/messages'
import type { Verb } from '../verbs/verb.ts'

/** Columns of names and arguments; the purpose follows longer ones after a gap. */
const COLUMNS = 23
const GAP = '   '

const around = {
  en: {
    before: `Parolo transcribes recordings, with speakers and captions, on this computer only.

Usage: parolo COMMAND [options]
`,
    after: `Options for all commands: --data DIR (library folder, also PAROLO_HOME), --lang en|fr, --help, --version
See: parolo COMMAND --help
`,
  },
  fr: {
    before: `Parolo transcrit des enregistrements, distingue les voix et fait des sous-titres, sur cet ordinateur uniquement.

Usage : parolo COMMANDE [options]
`,
    after: `Options de toutes les commandes : --data DOSSIER (la bibliothèque, aussi PAROLO_HOME), --lang en|fr, --help, --version
Consultez : parolo COMMANDE --help
`,
  },
} as const satisfies Readonly<Record<ProgramLanguage, unknown>>

/** What `parolo --help` prints: all commands, a line each. */
export function overview(verbs: readonly Verb[], language: ProgramLanguage): string {
  const lines = verbs.map(({ name, help }) => {
    const { arguments: given, purpose } = help[language]
    const usage = `${name} ${given}`
    const head = usage.length < COLUMNS ? usage.padEnd(COLUMNS) : usage + GAP
    return `  ${head}${purpose}`.trimEnd()
  })
  const { before, after } = around[language]
  return [before, ...lines, '', after].join('\n')
}
