import { withLibrary } from '../library/with-library.ts'
import { recognitionOptions, resultOptions } from '../options/option-groups.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const alignVerb: Verb = {
  name: 'align',
  options: { ...resultOptions, ...recognitionOptions, current: 'switch' },
  help: {
    en: {
      arguments: 'MEDIA TEXT',
      purpose: 'give your own text the times and speakers of its recording',
      text: `Usage: parolo align MEDIA TEXT [options]

Give the words of your own TEXT the times and speakers of its recording MEDIA. TEXT is a .docx, .txt or .text file, or captions in any format that convert reads.

The wording of TEXT is kept. Captions keep their breaks and times; names such as ANNA: become speaker names. Parolo transcribes MEDIA, or uses its transcript if it was made with the same settings. It lists what was not spoken, and speech that TEXT does not contain. The result is another transcript of the recording; the one shown before stays the current one.

  --current  make the result the current transcript of the recording
  --out DIR  folder for the files, which are named like MEDIA (default: the current folder)
  --preset NAME|FILE  break captions anew by rules: {presets}, or a file
  --overwrite  replace files that this command did not create; TEXT and MEDIA are never overwritten
  --format F[,F…]  {formats} (default: srt,vtt)
  --names never|change|always  speaker names in captions (default: never)
  --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --fillers, --numbers, --first-page, --sheet, --whole-text, --stdout, --progress  as for transcribe: see parolo transcribe --help
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box, --no-sound  details of the files: see parolo convert --help

Exit codes: 0 all done, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'MÉDIA TEXTE',
      purpose: 'donner à votre texte les temps et les voix de son enregistrement',
      text: `Usage\u00A0: parolo align MÉDIA TEXTE [options]

Cette commande donne aux mots de votre TEXTE les temps et les voix de son enregistrement MÉDIA. TEXTE est un fichier .docx, .txt ou .text, ou des sous-titres de tout format que lit convert.

Le texte est conservé à la lettre. Les sous-titres gardent leurs coupes et leurs temps\u202F; des noms tels que ANNA\u00A0: deviennent ceux des voix. Parolo transcrit MÉDIA, ou utilise sa transcription si elle a été faite avec les mêmes réglages. Il affiche ce qui n’a pas été prononcé, et la parole absente de TEXTE. Le résultat est une autre transcription de l’enregistrement\u202F; celle qui était affichée reste l’actuelle.

  --current  faire du résultat la transcription actuelle de l’enregistrement
  --out DOSSIER  dossier des fichiers, nommés comme MÉDIA (par défaut\u00A0: le dossier courant)
  --preset NOM|FICHIER  redécouper les sous-titres selon des règles\u00A0: {presets}, ou un fichier
  --overwrite  remplacer des fichiers que cette commande n’a pas créés\u202F; TEXTE et MÉDIA ne le sont jamais
  --format F[,F…]  {formats} (par défaut\u00A0: srt,vtt)
  --names never|change|always  noms dans les sous-titres (par défaut\u00A0: never)
  --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --fillers, --numbers, --first-page, --sheet, --whole-text, --stdout, --progress  comme pour transcribe\u00A0: voir parolo transcribe --help
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box, --no-sound  détails des fichiers\u00A0: voir parolo convert --help

Codes de sortie\u00A0: 0 tout est terminé, 1 échec, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async (call) => {
    const { planAlign, runAlign } = await import('./align/run-align.ts')
    const plan = await planAlign(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runAlign(studio, call.terminal, plan, signal)),
    )
  },
}
