import type { Verb } from './verb.ts'

export const sheetVerb: Verb = {
  name: 'sheet',
  options: { format: 'value' },
  help: {
    en: {
      arguments: 'RECORDING|FILE',
      purpose: 'show how a transcript was made: models, time, memory, energy',
      text: `Usage: parolo sheet RECORDING|FILE.parolo.json [--format text|json]

Show how a transcript was made. RECORDING is an ID (or its beginning), a title or a file.

  Models  their files, licenses, training data and openness
  Language  and how many samples agreed on it
  Resources  time, memory, energy, and what was sent and received. Energy is measured where the processor reports it (Linux), otherwise estimated; both have a range
  Corrections  how many words a person changed or checked
  Versions  those of the program and its parts

What was not recorded is left out, for instance for imported transcripts. A FILE has time, memory and energy only if it was exported with --sheet.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT|FICHIER',
      purpose: 'afficher comment une transcription a été faite\u00A0: modèles, durée, mémoire, énergie',
      text: `Usage\u00A0: parolo sheet ENREGISTREMENT|FICHIER.parolo.json [--format text|json]

Cette commande affiche comment une transcription a été faite. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.

  Modèles  leurs fichiers, licences, données d’entraînement et ouverture
  Langue  et le nombre d’extraits qui s’accordent sur elle
  Ressources  durée, mémoire, énergie, et ce qui a été envoyé et reçu. L’énergie est mesurée là où le processeur l’indique (Linux), sinon estimée\u202F; elle a toujours une fourchette
  Corrections  la part des mots qu’une personne a modifiés ou vérifiés
  Versions  celles du programme et de ses composants

Ce qui n’a pas été relevé n’est pas affiché, par exemple pour une transcription importée. Un FICHIER n’a la durée, la mémoire et l’énergie que s’il a été exporté avec --sheet.
`,
    },
  },
  run: async ({ dataFolder, openLibrary, terminal, invocation }) => {
    const { runSheet } = await import('./sheet/run-sheet.ts')
    return runSheet(openLibrary, dataFolder, terminal, invocation)
  },
}
