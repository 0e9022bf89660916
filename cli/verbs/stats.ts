import { turnRule } from '#core/turn-rules/present-rule'
import type { Verb } from './verb.ts'

export const statsVerb: Verb = {
  name: 'stats',
  options: { format: 'value' },
  help: {
    en: {
      arguments: 'RECORDING|FILE',
      purpose: 'show speaking time by speaker',
      text: `Usage: parolo stats RECORDING|FILE.parolo.json [--format table|csv|json]

Shows speaking time, share, turns, longest turn, words and words per minute of each speaker; silence and overlaps.
${turnRule.texts.en.inHelp} Speaking time does not include pauses.
RECORDING is an ID (or its beginning), a title or a file.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT|FICHIER',
      purpose: 'afficher le temps de parole de chaque personne',
      text: `Usage : parolo stats ENREGISTREMENT|FICHIER.parolo.json [--format table|csv|json]

Affiche, pour chaque personne, temps de parole, part, prises de parole, la plus longue, mots et mots par minute ; puis
silence et chevauchements.
${turnRule.texts.fr.inHelp}
Le temps de parole ne comprend pas les pauses.
ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.
`,
    },
  },
  run: async ({ openLibrary, terminal, invocation }) => {
    const { runStats } = await import('./stats/run-stats.ts')
    return runStats(openLibrary, terminal, invocation)
  },
}
