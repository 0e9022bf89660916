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
      purpose: 'write transcript and chapters for a podcast’s feed into a folder',
      text: `Usage: parolo publish RECORDING --out DIR [--url BASE] [--sound-url ADDRESS] [--name NAME]
                                [--with-sound | --sound FORMAT [--cut] [--loudness LUFS] [--bitrate KBITS] [--channels mono]]
                                [--description] [--notes] [--overwrite]

Writes what belongs beside an episode of a podcast into one folder: the transcript as WebVTT, SRT, JSON (Podcasting 2.0) and web
page, and the chapters as JSON if the recording has any. Prints the <podcast:transcript> and <podcast:chapters> lines for the
item of your feed, and of a sound that is not in it yet the <enclosure> with size and length.

  --out DIR      folder for the files (default: the current one)
  --url BASE     address of the folder on your site, for those lines (default: … to be replaced)
  --sound-url ADDRESS
                 where listeners get the sound, which the web page plays (default: as the feed says, else the file beside it)
  --name NAME    name of the files without ending (default: the title)
  --description  also print the chapters as lines for the description of a video, and say what YouTube would not take
  --notes        also NAME.txt, a draft of the notes in Markdown: date, people, chapters, links of the feed's notes, and what was said
                 at bookmarks; the first paragraph is the feed's, or yours to write
  --with-sound   also a copy of the sound with its chapters in it (MP3: ID3, MP4, M4A, MKV); the original stays as it is
  --sound FORMAT a new file of the sound (mp3, m4a, opus, flac, wav) with title, people, chapters and cover, without what is
                 redacted or trimmed; all times are its times. --loudness, --bitrate, --channels: see parolo export --help
  --cut          of what is kept of the recording (see parolo cut), sound and text
  --overwrite    replace files that this command did not create
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'écrire transcription et chapitres pour un flux de podcast dans un dossier',
      text: `Usage : parolo publish ENREGISTREMENT --out DOSSIER [--url BASE] [--sound-url ADRESSE] [--name NOM]
                                   [--with-sound | --sound FORMAT [--cut] [--loudness LUFS] [--bitrate KBITS] [--channels mono]]
                                   [--description] [--notes] [--overwrite]

Écrit dans un dossier ce qui accompagne un épisode de podcast : la transcription en WebVTT, SRT, JSON (Podcasting 2.0) et page
web, et les chapitres en JSON si l’enregistrement en a. Affiche les lignes <podcast:transcript> et <podcast:chapters> pour
l’élément de votre flux, et pour un son qui n’y est pas encore l’<enclosure> avec taille et durée.

  --out DOSSIER   dossier des fichiers (par défaut : le dossier courant)
  --url BASE      adresse du dossier sur votre site, pour ces lignes (par défaut : … à remplacer)
  --sound-url ADRESSE
                  où les auditeurs trouvent le son, que lit la page web (par défaut : selon le flux, sinon le fichier à côté)
  --name NOM      nom des fichiers sans extension (par défaut : le titre)
  --description   afficher aussi les chapitres en lignes pour la description d’une vidéo, et ce que YouTube refuserait
  --notes         aussi NOM.txt, une ébauche des notes en Markdown : date, personnes, chapitres, liens des notes du flux et ce qui
                  s’est dit aux signets ; le premier paragraphe est celui du flux, ou reste à écrire
  --with-sound    aussi une copie du son avec ses chapitres (MP3 : ID3, MP4, M4A, MKV) ; l’original reste tel quel
  --sound FORMAT  un nouveau fichier du son (mp3, m4a, opus, flac, wav) avec titre, personnes, chapitres et pochette, sans ce qui
                  est occulté ou rogné ; tous les temps sont les siens. --loudness, --bitrate, --channels : voir parolo export --help
  --cut           de ce qui est gardé de l’enregistrement (voir parolo cut), son et texte
  --overwrite     remplacer des fichiers que cette commande n’a pas créés
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
