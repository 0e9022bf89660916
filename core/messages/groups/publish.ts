import { messageGroup } from '../message-group.ts'

/** Files published with an episode. */
export const publish = messageGroup(
  {
    'publish.open': 'Publish…',
    'publish.title': 'Publish “{title}”',
    'publish.lead':
      'Files to put on your own site beside the sound, and the lines that name them in your feed. Parolo sends nothing anywhere.',
    'publish.name': 'File names begin with',
    'publish.files': 'Files',
    'publish.kind.srt': 'captions, SubRip',
    'publish.kind.vtt': 'captions, WebVTT',
    'publish.kind.podcast': 'transcript for podcast players',
    'publish.kind.html': 'web page',
    'publish.kind.chapters': 'chapters',
    'publish.kind.notes': 'show notes',
    'publish.page': 'The web page plays {media} if it is in the same folder.',
    'publish.page.address': 'The web page plays {address}.',
    'publish.page.none': 'The web page says that there is no sound with it.',
    'publish.sound': 'Sound for the feed',
    'publish.sound.file': 'Sound to publish',
    'publish.sound.as-is': 'The file as it is: {file}',
    'publish.sound.about':
      'A new file with title, people, chapters and cover, without what is redacted or trimmed. When it is made, the files and lines below are for it.',
    'publish.sound.about-cut':
      'A new file with title, people, chapters and cover, without what is cut, redacted or trimmed.',
    'publish.cut-sound':
      'These files are of the cut, and their times are not those of {file}. Make the sound of the cut below: the page then plays it, and the lines name it.',
    'publish.sound.make': 'Make {file}',
    'publish.sound.address': 'Address of the sound',
    'publish.sound.hint':
      'Where listeners get it. Without it, or if it cannot be reached, the page plays the file in its folder.',
    'publish.sound.wrong': 'Type a complete address, such as https://example.org/podcast/14.mp3.',
    'publish.no-chapters': 'This recording has no chapters. They are added in the panel “Notes”.',
    'publish.left.redacted':
      'These files leave out what is redacted. In {media} itself it can still be heard.',
    'publish.left.cut': 'These files leave out what was trimmed. {media} itself still has it.',
    'publish.left.use-sound': 'With --sound mp3, a new file is written, which is silent or cut there.',
    'publish.captions-moved':
      'The captions were moved in time: their times are not those of {media}, which is published as it is.',
    'publish.folder.none': 'No folder chosen',
    'publish.folder.choose': 'Choose a folder…',
    'publish.folder.change': 'Change…',
    'publish.address': 'Address of this folder on your site',
    'publish.address.hint': 'It is only written into the lines below.',
    'publish.address.wrong': 'Type a complete address, such as https://example.org/podcast/14.',
    'publish.lines': 'Lines for your feed',
    'publish.lines.where': 'Paste them into this episode’s item.',
    'publish.description': 'Lines for descriptions',
    'publish.description.where':
      'Sites such as YouTube make chapters of these lines in the description of a video.',
    'publish.description.copy': 'Copy the lines for descriptions',
    'publish.misfit.none': 'There is no chapter to list.',
    'publish.misfit.few':
      '{count, plural, one {There is # chapter} other {There are # chapters}}: YouTube wants at least three.',
    'publish.misfit.late': 'The first chapter begins at {time}: sites want one at 0:00.',
    'publish.misfit.short':
      '{count, plural, one {This chapter is} other {These chapters are}} shorter than the ten seconds that YouTube wants: {names}.',
    'publish.misfit.untitled':
      '{count, plural, one {The chapter at {times} has no title and is} other {The chapters at {times} have no title and are}} left out.',
    'publish.misfit.long':
      'These lines have {bytes, number} bytes; a description on YouTube has at most 5,000.',
    'publish.notes': 'Show notes',
    'publish.notes.draft': 'Show notes, a draft',
    'publish.notes.about':
      'Written from what is known about this episode, in Markdown. They follow the recording until you change them.',
    'publish.notes.yours':
      'These are your notes. Later changes of the recording, redactions included, are not made in them: read them again before you publish.',
    'publish.notes.copy': 'Copy as Markdown',
    'publish.notes.copy-html': 'Copy as HTML',
    'publish.notes.copied': 'Show notes copied.',
    'publish.notes.both':
      'These notes were also edited elsewhere. Both versions are shown, one below the other: remove what is not needed.',
    'publish.notes.again': 'Draft again…',
    'publish.notes.again.title': 'Replace your show notes by a new draft?',
    'publish.notes.again.about': 'What you wrote is replaced. You can undo it right after.',
    'publish.notes.again.do': 'Draft again',
    'publish.notes.drafted': 'The show notes were drafted again.',
    'notes.people': 'People',
    'notes.chapters': 'Chapters',
    'notes.links': 'Links',
    'notes.quotes': 'Quotes',
    'publish.gap.folder': 'The lines lack the address of the folder: it is shown as “…”.',
    'publish.gap.type': 'The line of the sound lacks its media type: it is shown as “…”.',
    'publish.copy': 'Copy lines',
    'publish.copied': 'Lines copied.',
    'publish.save': 'Save {count, plural, one {# file} other {# files}}',
    'publish.download': 'Download {file}',
    'publish.taken':
      '{count, plural, one {A file with this name already exists, with different contents: {names}.} other {Files with these names already exist, with different contents: {names}.}} Nothing was written.',
    'publish.replace': 'Replace {count, plural, one {# file} other {# files}}',
    'publish.saved': '{count, plural, one {# file is} other {# files are}} in “{folder}”.',
  },
  {
    'publish.open': 'Publier…',
    'publish.title': 'Publier «\u00A0{title}\u00A0»',
    'publish.lead':
      'Des fichiers à mettre sur votre propre site, à côté du son, et les lignes qui les nomment dans votre flux. Parolo n’envoie rien nulle part.',
    'publish.name': 'Début des noms de fichiers',
    'publish.files': 'Fichiers',
    'publish.kind.srt': 'sous-titres SubRip',
    'publish.kind.vtt': 'sous-titres WebVTT',
    'publish.kind.podcast': 'transcription pour lecteurs de podcasts',
    'publish.kind.html': 'page web',
    'publish.kind.chapters': 'chapitres',
    'publish.kind.notes': 'notes de l’épisode',
    'publish.page': 'La page web lit {media} si ce fichier est dans le même dossier.',
    'publish.page.address': 'La page web lit {address}.',
    'publish.page.none': 'La page web indique qu’elle est sans le son.',
    'publish.sound': 'Son pour le flux',
    'publish.sound.file': 'Son à publier',
    'publish.sound.as-is': 'Le fichier tel quel\u00A0: {file}',
    'publish.sound.about':
      'Un nouveau fichier avec titre, personnes, chapitres et pochette, sans ce qui est occulté ou rogné. Dès qu’il est prêt, les fichiers et lignes ci-dessous sont les siens.',
    'publish.sound.about-cut':
      'Un nouveau fichier avec titre, personnes, chapitres et pochette, sans ce qui est coupé, occulté ou rogné.',
    'publish.cut-sound':
      'Ces fichiers sont ceux de la version coupée, et leurs temps ne sont pas ceux de {file}. Créez ci-dessous le son de cette version\u00A0: la page le lira et les lignes le nommeront.',
    'publish.sound.make': 'Créer {file}',
    'publish.sound.address': 'Adresse du son',
    'publish.sound.hint':
      'Là où on l’écoute. Sans adresse, ou si elle est injoignable, la page lit le fichier de son dossier.',
    'publish.sound.wrong': 'Saisissez une adresse complète, comme https://example.org/podcast/14.mp3.',
    'publish.no-chapters':
      'Cet enregistrement n’a pas de chapitres. Ils s’ajoutent dans le volet «\u00A0Notes\u00A0».',
    'publish.left.redacted':
      'Ces fichiers omettent ce qui est occulté. Dans {media} lui-même, on l’entend encore.',
    'publish.left.cut': 'Ces fichiers omettent ce qui a été rogné. {media} lui-même le contient encore.',
    'publish.left.use-sound': 'Avec --sound mp3, un nouveau fichier est créé, muet ou coupé à ces endroits.',
    'publish.captions-moved':
      'Les sous-titres ont été déplacés dans le temps\u00A0: leurs temps ne sont pas ceux de {media}, publié tel quel.',
    'publish.folder.none': 'Aucun dossier choisi',
    'publish.folder.choose': 'Choisir un dossier…',
    'publish.folder.change': 'Changer…',
    'publish.address': 'Adresse de ce dossier sur votre site',
    'publish.address.hint': 'Elle ne sert qu’aux lignes ci-dessous.',
    'publish.address.wrong': 'Saisissez une adresse complète, comme https://example.org/podcast/14.',
    'publish.lines': 'Lignes pour votre flux',
    'publish.lines.where': 'À coller dans l’élément de cet épisode.',
    'publish.description': 'Lignes pour les descriptions',
    'publish.description.where':
      'De ces lignes, placées dans la description d’une vidéo, des sites comme YouTube font des chapitres.',
    'publish.description.copy': 'Copier les lignes pour les descriptions',
    'publish.misfit.none': 'Il n’y a aucun chapitre à lister.',
    'publish.misfit.few':
      'Il y a {count, plural, one {# chapitre} other {# chapitres}}\u00A0: YouTube en demande au moins trois.',
    'publish.misfit.late': 'Le premier chapitre commence à {time}\u00A0: les sites en demandent un à 0:00.',
    'publish.misfit.short':
      '{count, plural, one {Chapitre plus court} other {Chapitres plus courts}} que les dix secondes que demande YouTube\u00A0: {names}.',
    'publish.misfit.untitled':
      '{count, plural, one {Le chapitre à {times} n’a pas de titre\u00A0: il est omis} other {Les chapitres à {times} n’ont pas de titre\u00A0: ils sont omis}}.',
    'publish.misfit.long':
      'Ces lignes font {bytes, number} octets\u202F; une description sur YouTube en compte au plus 5\u202F000.',
    'publish.notes': 'Notes de l’épisode',
    'publish.notes.draft': 'Notes de l’épisode, une ébauche',
    'publish.notes.about':
      'Rédigées d’après ce que l’on sait de cet épisode, en Markdown. Elles suivent l’enregistrement tant que vous ne les modifiez pas.',
    'publish.notes.yours':
      'Ce sont vos notes. Les changements ultérieurs de l’enregistrement, occultations comprises, n’y sont pas repris\u00A0: relisez-les avant de publier.',
    'publish.notes.copy': 'Copier en Markdown',
    'publish.notes.copy-html': 'Copier en HTML',
    'publish.notes.copied': 'Notes copiées.',
    'publish.notes.both':
      'Ces notes ont aussi été modifiées ailleurs. Les deux versions sont affichées, l’une sous l’autre\u00A0: supprimez ce qui est en trop.',
    'publish.notes.again': 'Nouvelle ébauche…',
    'publish.notes.again.title': 'Remplacer vos notes par une nouvelle ébauche\u202F?',
    'publish.notes.again.about': 'Ce que vous avez écrit sera remplacé. Vous pourrez l’annuler juste après.',
    'publish.notes.again.do': 'Nouvelle ébauche',
    'publish.notes.drafted': 'Les notes ont été rédigées à nouveau.',
    'notes.people': 'Avec',
    'notes.chapters': 'Chapitres',
    'notes.links': 'Liens',
    'notes.quotes': 'Citations',
    'publish.gap.folder': 'Il manque aux lignes l’adresse du dossier\u00A0: «\u00A0…\u00A0» la remplace.',
    'publish.gap.type':
      'Dans la ligne du son, il manque le type de média\u00A0: «\u00A0…\u00A0» le remplace.',
    'publish.copy': 'Copier les lignes',
    'publish.copied': 'Lignes copiées.',
    'publish.save': 'Enregistrer {count, plural, one {# fichier} other {# fichiers}}',
    'publish.download': 'Télécharger {file}',
    'publish.taken':
      '{count, plural, one {Un fichier de ce nom existe déjà, avec un autre contenu\u00A0: {names}.} other {Des fichiers de ces noms existent déjà, avec un autre contenu\u00A0: {names}.}} Rien n’a été écrit.',
    'publish.replace': 'Remplacer {count, plural, one {# fichier} other {# fichiers}}',
    'publish.saved':
      '{count, plural, one {# fichier est} other {# fichiers sont}} dans «\u00A0{folder}\u00A0».',
  },
)
