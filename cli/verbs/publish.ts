import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import { soundOptions } from '../options/option-groups.ts'
import type { Verb } from './verb.ts'

export const publishVerb: Verb = {
  name: 'publish',
  options: {
    out: 'value',
    url: 'value',
    'sound-url': 'value',
    name: 'value',
    description: 'switch',
    notes: 'switch',
    'with-sound': 'switch',
    sound: 'value',
    cut: 'switch',
    ...soundOptions,
    overwrite: 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'write the transcript and chapters for a podcast’s feed into a folder',
      text: `Usage: parolo publish RECORDING [--out DIR] [options]

Write what belongs beside a podcast episode into one folder: the transcript as WebVTT, SRT, JSON (Podcasting 2.0) and web page, and the chapters as JSON if there are any. The command prints the <podcast:transcript> and <podcast:chapters> lines for the item in your feed. If the sound is not in the feed yet, it also prints the <enclosure> with size and length.

  --out DIR  folder for the files (default: the current one)
  --url BASE  address of the folder on your site, for those lines (default: … to be replaced)
  --sound-url ADDRESS  where listeners get the sound; the web page plays it from there (default: as the feed says, otherwise the file beside the page)
  --name NAME  name of the files without ending (default: the title)
  --description  also print the chapters as lines for the description of a video, and say what YouTube would not take
  --notes  also write NAME.txt, the notes as you edited them in Parolo, otherwise a draft in Markdown: date, people, chapters, links in the feed’s notes, and what was said at bookmarks. The first paragraph is the feed’s, or yours to write
  --with-sound  also write a copy of the sound with its chapters in it (MP3: ID3, MP4, M4A, MKV); the original stays as it is
  --sound FORMAT  write a new file of the sound (mp3, m4a, opus, flac, wav) with title, people, chapters and cover. What is redacted or trimmed is not in it, and all times are those of the new file
  --loudness LUFS, --bitrate KBIT, --channels mono  with --sound: see parolo export --help
  --cut  with --sound: write only what is kept of the recording, sound and text (see parolo cut)
  --overwrite  replace files that this command did not create; a sound file is replaced only with it
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'écrire dans un dossier la transcription et les chapitres pour un flux de podcast',
      text: `Usage\u00A0: parolo publish ENREGISTREMENT [--out DOSSIER] [options]

Cette commande écrit dans un dossier ce qui accompagne un épisode de podcast\u00A0: la transcription en WebVTT, SRT, JSON (Podcasting 2.0) et page web, et les chapitres en JSON s’il y en a. La commande affiche les lignes <podcast:transcript> et <podcast:chapters> pour l’élément de votre flux. Si le son n’est pas encore dans le flux, elle affiche aussi l’<enclosure> avec taille et durée.

  --out DOSSIER  dossier des fichiers (par défaut\u00A0: le dossier courant)
  --url BASE  adresse du dossier sur votre site, pour ces lignes (par défaut\u00A0: … à remplacer)
  --sound-url ADRESSE  où les auditeurs trouvent le son, que la page web lit à cette adresse (par défaut\u00A0: selon le flux, sinon le fichier à côté de la page)
  --name NOM  nom des fichiers sans extension (par défaut\u00A0: le titre)
  --description  afficher aussi les chapitres en lignes pour la description d’une vidéo, et ce que YouTube refuserait
  --notes  écrire aussi NOM.txt, les notes telles que vous les avez modifiées dans Parolo, sinon une ébauche en Markdown\u00A0: date, personnes, chapitres, liens des notes du flux et ce qui s’est dit aux signets. Le premier paragraphe est celui du flux, ou reste à écrire
  --with-sound  écrire aussi une copie du son avec ses chapitres (MP3\u00A0: ID3, MP4, M4A, MKV)\u202F; l’original reste tel quel
  --sound FORMAT  écrire un nouveau fichier du son (mp3, m4a, opus, flac, wav) avec titre, personnes, chapitres et pochette. Ce qui est occulté ou rogné n’y est pas, et tous les temps sont ceux du nouveau fichier
  --loudness LUFS, --bitrate KBIT, --channels mono  avec --sound\u00A0: voir parolo export --help
  --cut  avec --sound\u00A0: n’écrire que ce qui est gardé de l’enregistrement, son et texte (voir parolo cut)
  --overwrite  remplacer des fichiers que cette commande n’a pas créés\u202F; un fichier de son n’est remplacé qu’avec cette option
`,
    },
  },
  run: async (call) => {
    const { runPublish } = await import('./publish/run-publish.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runPublish(studio, call.terminal, call.invocation, signal)),
    )
  },
}
