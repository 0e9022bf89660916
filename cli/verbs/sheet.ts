import type { Verb } from './verb.ts'

export const sheetVerb: Verb = {
  name: 'sheet',
  options: { format: 'value' },
  help: {
    en: {
      arguments: 'RECORDING|FILE',
      purpose: 'show how a transcript was made: models, time, memory, energy',
      text: `Usage: parolo sheet RECORDING|FILE.parolo.json [--format text|json]

Shows how a transcript was made: its models with their files, licenses, training data and openness; the language and
how many samples agreed on it; time, memory, energy, and what was sent and received; how many words a person changed
or checked; versions. Energy is measured where the processor tells it (Linux), else estimated; both have a range.
What was not recorded, as for imported transcripts, is left out. RECORDING is an ID (or its beginning), a title or a
file; a FILE has the time, memory and energy only if it was exported with --sheet.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT|FICHIER',
      purpose: 'afficher comment une transcription a été faite : modèles, durée, mémoire, énergie',
      text: `Usage : parolo sheet ENREGISTREMENT|FICHIER.parolo.json [--format text|json]

Affiche comment une transcription a été faite : ses modèles avec leurs fichiers, licences, données d’entraînement et
ouverture ; la langue et le nombre d’extraits qui s’accordent sur elle ; durée, mémoire, énergie, et ce qui a été envoyé
et reçu ; la part des mots qu’une personne a modifiés ou vérifiés ; les versions. L’énergie est mesurée là où le
processeur l’indique (Linux), sinon estimée, toujours avec une fourchette. Ce qui n’a pas été relevé, comme pour une
transcription importée, n’est pas affiché. ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier ; un
FICHIER n’a la durée, la mémoire et l’énergie que s’il a été exporté avec --sheet.
`,
    },
  },
  run: async ({ dataFolder, openLibrary, terminal, invocation }) => {
    const { runSheet } = await import('./sheet/run-sheet.ts')
    return runSheet(openLibrary, dataFolder, terminal, invocation)
  },
}
