import type { Verb } from './verb.ts'

export const doctorVerb: Verb = {
  name: 'doctor',
  options: {},
  help: {
    en: {
      arguments: '',
      purpose: 'check this installation',
      text: `Usage: parolo doctor

Check this installation: versions, ffmpeg, models with their hashes, cores and free space. Problems are listed with their solutions.

Exit codes: 0 no problems, 1 some.
`,
    },
    fr: {
      arguments: '',
      purpose: 'vérifier cette installation',
      text: `Usage\u00A0: parolo doctor

Cette commande vérifie cette installation\u00A0: versions, ffmpeg, modèles avec leurs empreintes, cœurs et espace libre. Les problèmes sont affichés avec leurs solutions.

Codes de sortie\u00A0: 0 aucun problème, 1 problèmes.
`,
    },
  },
  run: async ({ dataFolder, terminal }) => {
    const { runDoctor } = await import('./doctor/run-doctor.ts')
    return runDoctor(dataFolder, terminal)
  },
}
