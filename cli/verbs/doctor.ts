import type { Verb } from './verb.ts'

export const doctorVerb: Verb = {
  name: 'doctor',
  options: {},
  help: {
    en: {
      arguments: '',
      purpose: 'check this installation',
      text: `Usage: parolo doctor

Prints versions, ffmpeg, models with their hashes, cores, free space, and any problems with their solutions.
`,
    },
    fr: {
      arguments: '',
      purpose: 'vérifier cette installation',
      text: `Usage : parolo doctor

Affiche les versions, ffmpeg, les modèles et leurs empreintes, les cœurs, l’espace libre, et les problèmes avec leurs solutions.
`,
    },
  },
  run: async ({ dataFolder, terminal }) => {
    const { runDoctor } = await import('./doctor/run-doctor.ts')
    return runDoctor(dataFolder, terminal)
  },
}
