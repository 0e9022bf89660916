import { turnRule } from '#core/turn-rules/present-rule'
import type { Verb } from './verb.ts'

export const statsVerb: Verb = {
  name: 'stats',
  options: { format: 'value' },
  help: {
    en: {
      arguments: 'RECORDING|FILE',
      purpose: 'show the speaking time of each speaker',
      text: `Usage: parolo stats RECORDING|FILE.parolo.json [--format table|csv|json]

Show how each speaker took part: speaking time, share, turns, longest turn, words, words per minute. Silence and overlaps follow. ${turnRule.texts.en.inHelp} Speaking time does not include pauses. RECORDING is an ID (or its beginning), a title or a file.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT|FICHIER',
      purpose: 'afficher le temps de parole de chaque voix',
      text: `Usage\u00A0: parolo stats ENREGISTREMENT|FICHIER.parolo.json [--format table|csv|json]

Cette commande affiche, pour chaque voix, le temps de parole, la part, les prises de parole, la plus longue, les mots et les mots par minute. Suivent le silence et les chevauchements. ${turnRule.texts.fr.inHelp} Le temps de parole ne comprend pas les pauses. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.
`,
    },
  },
  run: async ({ openLibrary, terminal, invocation }) => {
    const { runStats } = await import('./stats/run-stats.ts')
    return runStats(openLibrary, terminal, invocation)
  },
}
