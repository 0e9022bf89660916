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
      text: `Usage: parolo check FILE [--preset NAME|FILE] [--language CODE] [--translation CODE] [--fps N] [--json] [--fix [--out DIR] [--overwrite]]

Lists the problems of a caption file by rules: {presets} (default: netflix), or a file.

  --language CODE    language (default: the file's own, else detected from its words)
  --translation CODE   of a .parolo.json, the translation into this language, by the transcript's own rules unless --preset
                     is given; not with --fix
  --fps N            frames per second of the film: gaps are counted in its frames, fixes lie on them (default: those of a
                     .parolo.json's video, else the preset's gaps in seconds)
  --json             {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix              write NAME.fixed.EXT beside FILE or into --out, with what times and line breaks can fix: no word is
                     dropped or changed; the problems that are left are listed
  --overwrite        replace an existing NAME.fixed.EXT

Exit codes: 0 no problems (left), 1 some, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'afficher les problèmes d’un fichier de sous-titres, et les corriger',
      text: `Usage : parolo check FICHIER [--preset NOM|FICHIER] [--language CODE] [--translation CODE] [--fps N] [--json] [--fix [--out DOSSIER] [--overwrite]]

Affiche les problèmes d’un fichier de sous-titres selon des règles : {presets} (par défaut : netflix), ou un fichier.

  --language CODE    langue (par défaut : celle du fichier, sinon détectée d’après ses mots)
  --translation CODE   d’un .parolo.json, la traduction dans cette langue, selon les règles de la transcription sauf avec
                     --preset ; pas avec --fix
  --fps N            images par seconde du film : les intervalles sont comptés en images, les corrections tombent sur elles
                     (par défaut : celles de la vidéo d’un .parolo.json, sinon les intervalles des règles, en secondes)
  --json             {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix              écrire NOM.fixed.EXT à côté de FICHIER ou dans --out, avec ce que temps et coupes de ligne peuvent
                     corriger : aucun mot n’est supprimé ni changé ; les problèmes restants sont affichés
  --overwrite        remplacer un NOM.fixed.EXT existant

Codes de sortie : 0 aucun problème (restant), 1 problèmes, 2 utilisation incorrecte.
`,
    },
  },
  run: async ({ terminal, invocation }) => {
    const { runCheck } = await import('./check/run-check.ts')
    return runCheck(terminal, invocation)
  },
}
