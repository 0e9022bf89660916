/** Help of `parolo publish` in both languages. */
export const publishHelp = {
  en: `Usage: parolo publish RECORDING --out DIR [--url BASE] [--name NAME] [--with-sound] [--overwrite]

Writes what belongs beside an episode of a podcast into one folder: the transcript as SRT, WebVTT, JSON (Podcasting 2.0) and web
page, and the chapters as JSON if the recording has any. Prints the <podcast:transcript> and <podcast:chapters> lines for the
item of your feed.

  --out DIR      folder for the files (default: the current one)
  --url BASE     address of the folder on your site, for those lines (default: … to be replaced)
  --name NAME    name of the files without ending (default: the title)
  --with-sound   also a copy of the sound with its chapters in it (MP3: ID3, MP4, M4A, MKV); the original stays as it is
  --overwrite    replace files that this command did not create
`,
  fr: `Usage : parolo publish ENREGISTREMENT --out DOSSIER [--url BASE] [--name NOM] [--with-sound] [--overwrite]

Écrit dans un dossier ce qui accompagne un épisode de podcast : la transcription en SRT, WebVTT, JSON (Podcasting 2.0) et page
web, et les chapitres en JSON si l’enregistrement en a. Affiche les lignes <podcast:transcript> et <podcast:chapters> pour
l’élément de votre flux.

  --out DOSSIER   dossier des fichiers (par défaut : le dossier courant)
  --url BASE      adresse du dossier sur votre site, pour ces lignes (par défaut : … à remplacer)
  --name NOM      nom des fichiers sans extension (par défaut : le titre)
  --with-sound    aussi une copie du son avec ses chapitres (MP3 : ID3, MP4, M4A, MKV) ; l’original reste tel quel
  --overwrite     remplacer des fichiers que cette commande n’a pas créés
`,
} as const
