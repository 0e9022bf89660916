import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const watchVerb: Verb = {
  name: 'watch',
  options: {
    add: 'switch',
    remove: 'switch',
    list: 'switch',
    once: 'switch',
    existing: 'switch',
    subfolders: 'switch',
    language: 'value',
    speakers: 'value',
    format: 'value',
  },
  help: {
    en: {
      arguments: '[FOLDER]',
      purpose: 'transcribe recordings that appear in a folder, and write captions beside them',
      text: `Usage: parolo watch [FOLDER] [options]
       parolo watch --add FOLDER… [options]
       parolo watch --remove FOLDER…
       parolo watch --list [--format text|json]

Transcribe recordings that appear in a folder, once they are complete, and write captions beside them. Without FOLDER, the command watches the folders in the settings; they are also watched while a window or parolo serve is open. Ctrl-C stops it. The next time, it continues where it was, with what appeared meanwhile.

  --add  add the folder to the settings, or change its options; it stays there until you remove it
  --remove  stop watching it; recordings, texts and captions stay
  --list  list the folders in the settings
  --once  transcribe what is complete now, then end; the first time, that is all that is in the folder
  --existing  when a folder is watched for the first time: also transcribe what is in it already
  --subfolders  include the folders in it
  --language auto|en|fr|…  spoken language (auto: detected)
  --speakers auto|N  number of speakers
  --format F[,F…]  {formats} (default: srt)
  --progress auto|bar|json|none  how progress is shown

A file is complete when its size and time have stayed the same for ten seconds and its sound can be read. Where the system can tell, no program may have it open for writing. Hidden files, unfinished downloads and links are left alone. A file that cannot be read is reported once, and tried again when it changes. Files that are not Parolo’s are never overwritten: if talk.srt is one, the captions go to talk.mp4.srt.

Exit codes: 0 stopped by Ctrl-C, or --once and all done; 1 some failed, or nothing to watch; 2 incorrect usage; 130 --once interrupted.
`,
    },
    fr: {
      arguments: '[DOSSIER]',
      purpose: 'transcrire ce qui apparaît dans un dossier, et écrire les sous-titres à côté',
      text: `Usage\u00A0: parolo watch [DOSSIER] [options]
        parolo watch --add DOSSIER… [options]
        parolo watch --remove DOSSIER…
        parolo watch --list [--format text|json]

Cette commande transcrit les enregistrements qui apparaissent dans un dossier, dès qu’ils sont complets, et écrit les sous-titres à côté d’eux. Sans DOSSIER, la commande surveille les dossiers des réglages\u202F; ils le sont aussi tant qu’une fenêtre ou parolo serve est ouvert. Ctrl-C l’arrête. La fois suivante, elle reprend où elle en était, avec ce qui est apparu entre-temps.

  --add  ajouter le dossier aux réglages, ou changer ses options\u202F; il y reste jusqu’à ce que vous le retiriez
  --remove  ne plus le surveiller\u202F; les enregistrements, textes et sous-titres restent
  --list  afficher les dossiers des réglages
  --once  transcrire ce qui est complet, puis finir\u202F; la première fois, c’est tout ce que contient le dossier
  --existing  quand un dossier est surveillé pour la première fois\u00A0: transcrire aussi ce qui s’y trouve déjà
  --subfolders  inclure les dossiers qu’il contient
  --language auto|en|fr|…  langue parlée (auto\u00A0: détectée)
  --speakers auto|N  nombre de voix
  --format F[,F…]  {formats} (par défaut\u00A0: srt)
  --progress auto|bar|json|none  façon d’afficher la progression

Un fichier est complet quand sa taille et sa date n’ont pas changé pendant dix secondes et que le son en est lisible. Si le système l’indique, aucun programme ne doit l’avoir ouvert en écriture. Les fichiers cachés, les téléchargements inachevés et les liens sont laissés de côté. Un fichier illisible est signalé une fois, et réexaminé s’il change. Les fichiers qui ne sont pas de Parolo ne sont jamais remplacés\u00A0: si entretien.srt en est un, les sous-titres vont dans entretien.mp4.srt.

Codes de sortie\u00A0: 0 arrêt par Ctrl-C, ou --once et tout est fait\u202F; 1 échecs, ou rien à surveiller\u202F; 2 utilisation incorrecte\u202F; 130 --once interrompu.
`,
    },
  },
  run: async (call) => {
    const { planWatch, runWatchSetting } = await import('./watch/plan-watch.ts')
    const plan = planWatch(call.invocation)
    const { terminal, openLibrary } = call
    if (plan.action !== 'watch')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runWatchSetting(studio, terminal, plan, signal)),
      )
    const { runWatch } = await import('./watch/run-watch.ts')
    return interruptible((signal) => runWatch(openLibrary, terminal, plan, signal))
  },
}
