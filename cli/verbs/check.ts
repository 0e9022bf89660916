import type { Verb } from './verb.ts'

export const checkVerb: Verb = {
  name: 'check',
  options: {
    preset: 'value',
    language: 'value',
    translation: 'value',
    fps: 'value',
    json: 'switch',
    fix: 'switch',
    out: 'value',
    overwrite: 'switch',
  },
  help: {
    en: {
      arguments: 'FILE',
      purpose: 'list the problems of a caption file, and fix them',
      text: `Usage: parolo check FILE [options]

List the problems of a caption file by rules. With --fix, write a copy in which times and line breaks are corrected.

  --preset NAME|FILE  rules: {presets}, or a file (default: netflix)
  --language CODE  language (default: the file’s own, otherwise detected from its words)
  --translation CODE  check the translation of a .parolo.json into this language, by the transcript’s own rules unless --preset is given; not with --fix
  --fps N  frames per second of the video: gaps are counted in its frames, and corrected times lie on them. Default: those of a .parolo.json’s video; otherwise the gaps of the rules, in seconds
  --json  {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix  write NAME.fixed.EXT beside FILE, or into --out. No word is dropped or changed; the problems that are left are listed
  --out DIR  with --fix: folder for the file
  --overwrite  replace an existing NAME.fixed.EXT

Exit codes: 0 no problems (left), 1 some, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'afficher les problèmes d’un fichier de sous-titres, et les corriger',
      text: `Usage\u00A0: parolo check FICHIER [options]

Cette commande affiche les problèmes d’un fichier de sous-titres selon des règles. Avec --fix, elle écrit une copie aux temps et aux coupes de ligne corrigés.

  --preset NOM|FICHIER  règles\u00A0: {presets}, ou un fichier (par défaut\u00A0: netflix)
  --language CODE  langue (par défaut\u00A0: celle du fichier, sinon détectée d’après ses mots)
  --translation CODE  vérifier la traduction d’un .parolo.json dans cette langue, selon les règles de la transcription sauf avec --preset\u202F; pas avec --fix
  --fps N  images par seconde de la vidéo\u00A0: les intervalles sont comptés en images, et les temps corrigés tombent sur elles. Par défaut\u00A0: celles de la vidéo d’un .parolo.json\u202F; sinon les intervalles des règles, en secondes
  --json  {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix  écrire NOM.fixed.EXT à côté de FICHIER, ou dans --out. Aucun mot n’est supprimé ni changé\u202F; les problèmes restants sont affichés
  --out DOSSIER  avec --fix\u00A0: dossier du fichier
  --overwrite  remplacer un NOM.fixed.EXT existant

Codes de sortie\u00A0: 0 aucun problème (restant), 1 problèmes, 2 utilisation incorrecte.
`,
    },
  },
  run: async ({ terminal, invocation }) => {
    const { runCheck } = await import('./check/run-check.ts')
    return runCheck(terminal, invocation)
  },
}
