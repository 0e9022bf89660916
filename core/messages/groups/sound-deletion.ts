import { messageGroup } from '../message-group.ts'

/** Deleting a recording's sound while keeping its text, now or on a set day. */
export const soundDeletion = messageGroup(
  {
    'sound-deletion.heading': 'Sound',
    'sound-deletion.stays-here': 'Kept',
    'sound-deletion.open': 'Delete the sound…',
    'sound-deletion.change': 'Change…',
    'sound-deletion.goes-on': 'Sound to be deleted on {day}',
    'sound-deletion.went': 'Sound deleted on {day}',
    'sound-deletion.title': 'Delete the sound of “{title}”?',
    'sound-deletion.goes': 'The following will be deleted permanently:',
    'sound-deletion.sound': 'the sound, {size}',
    'sound-deletion.video': 'the video, including its sound, {size}',
    'sound-deletion.prepared': 'what Parolo made from it to play and show it, {size}',
    'sound-deletion.films':
      '{count, plural, one {# exported video or sound file waiting to be downloaded} other {# exported video or sound files waiting to be downloaded}}',
    'sound-deletion.stays':
      'The text, its corrections, moments and minutes stay, and so do files that you exported. Without the sound you can no longer listen, or transcribe again.',
    'sound-deletion.when': 'When',
    'sound-deletion.now': 'Now',
    'sound-deletion.on-day': 'On a date',
    'sound-deletion.day': 'Date',
    'sound-deletion.day.wrong': 'Choose a date in the future.',
    'sound-deletion.no-text': 'The transcript is not finished. Transcribe it first, or choose a date.',
    'sound-deletion.never': 'This cannot be undone.',
    'sound-deletion.until-then':
      'Parolo deletes it by itself the first time it runs on that day or later, once the text is finished. Until then you can change your mind.',
    'sound-deletion.do': 'Delete the sound',
    'sound-deletion.do-on': 'Delete on {day}',
    'sound-deletion.keep': 'Keep the sound',
    'sound-deletion.done': 'The sound of “{title}” was deleted. The text stays.',
    'sound-deletion.planned': 'The sound of “{title}” will be deleted on {day}.',
    'sound-deletion.kept': 'The sound of “{title}” is kept.',
    'sound-deletion.own.title': 'The sound of “{title}” is one of your own files',
    'sound-deletion.own':
      'Parolo never deletes “{file}”, because it is not in the library. You can delete it yourself.',
    'sound-deletion.own.prepared':
      'What Parolo made from it to play and show it takes up {size}. You can delete that; it is made again when you open the recording.',
    'sound-deletion.own.none': 'Parolo keeps no copy of its sound.',
    'sound-deletion.player': 'The sound was deleted on {day}. The text stays.',
    'sound-back.title': 'Restore the sound of “{title}”?',
    'sound-back.about':
      'You had it deleted on {day}. Choose the file, “{file}” or a copy of it, to play and transcribe the recording again.',
    'sound-back.copy': 'Parolo then keeps the file in its library.',
    'sound-back.leave': 'Leave it deleted',
    'sound-back.choose': 'Choose the file…',
    'export.sound-deleted': 'sound deleted on {date}',
    'recording.deleted-due': 'Deleted with everything, as planned for {day}: {title} ({id})',
    'recording.not-deleted': 'A recording that was to be deleted on {day} is still there: {reason}',
    'deletion.finished': 'The deletion of “{title}” ({id}), which was interrupted, is finished.',
    'deletion.unfinished':
      '“{title}” was deleted, but some of its files are still on the disk: {reason} Parolo retries when it starts next.',
    'deletion.goes-on': 'To be deleted with everything on {day}',
    'deletion.planned': '“{title}” will be deleted with everything on {day}.',
    'deletion.kept': '“{title}” is kept.',
    'deletion.keep': 'Keep the recording',
    'deletion.until-then':
      'Until then you can change the date or keep it. It is deleted the first time Parolo runs on that day or later.',
    'sound.deleted-due': 'Sound deleted, as planned for {day}: {title} ({id})',
    'sound.not-deleted': 'A sound that was to be deleted on {day} is still there: {reason}',
    'delete.ask': '{button}? [y/N]',
    'delete.nothing': 'Nothing was deleted.',
  },
  {
    'sound-deletion.heading': 'Son',
    'sound-deletion.stays-here': 'Conservé',
    'sound-deletion.open': 'Supprimer le son…',
    'sound-deletion.change': 'Modifier…',
    'sound-deletion.goes-on': 'Son à supprimer le {day}',
    'sound-deletion.went': 'Son supprimé le {day}',
    'sound-deletion.title': 'Supprimer le son de «\u00A0{title}\u00A0»\u202F?',
    'sound-deletion.goes': 'Seront définitivement supprimés\u00A0:',
    'sound-deletion.sound': 'le son, {size}',
    'sound-deletion.video': 'la vidéo, son compris, {size}',
    'sound-deletion.prepared': 'ce qui en a été tiré pour la lecture et l’affichage, {size}',
    'sound-deletion.films':
      '{count, plural, one {# vidéo ou son exporté en attente de téléchargement} other {# vidéos ou sons exportés en attente de téléchargement}}',
    'sound-deletion.stays':
      'Le texte avec ses corrections, les moments et le compte rendu restent, tout comme les fichiers que vous avez exportés. Sans le son, plus d’écoute ni de nouvelle transcription.',
    'sound-deletion.when': 'Quand',
    'sound-deletion.now': 'Maintenant',
    'sound-deletion.on-day': 'À une date',
    'sound-deletion.day': 'Date',
    'sound-deletion.day.wrong': 'Choisissez une date à venir.',
    'sound-deletion.no-text':
      'Le texte n’est pas encore terminé\u00A0: transcrivez d’abord l’enregistrement, ou choisissez une date.',
    'sound-deletion.never': 'Cette action est irréversible.',
    'sound-deletion.until-then':
      'Parolo le supprimera de lui-même dès qu’il sera ouvert ce jour-là ou plus tard, une fois le texte terminé. D’ici là, vous pouvez changer d’avis.',
    'sound-deletion.do': 'Supprimer le son',
    'sound-deletion.do-on': 'Supprimer le {day}',
    'sound-deletion.keep': 'Garder le son',
    'sound-deletion.done': 'Le son de «\u00A0{title}\u00A0» est supprimé. Le texte reste.',
    'sound-deletion.planned': 'Le son de «\u00A0{title}\u00A0» sera supprimé le {day}.',
    'sound-deletion.kept': 'Le son de «\u00A0{title}\u00A0» est conservé.',
    'sound-deletion.own.title': 'Le son de «\u00A0{title}\u00A0» est un de vos fichiers',
    'sound-deletion.own':
      'Parolo ne supprime jamais «\u00A0{file}\u00A0», car ce fichier n’est pas dans la bibliothèque. Vous pouvez le supprimer vous-même.',
    'sound-deletion.own.prepared':
      'Ce que Parolo en a tiré pour la lecture et l’affichage occupe {size}. Vous pouvez le supprimer\u202F; ce sera refait à l’ouverture de l’enregistrement.',
    'sound-deletion.own.none': 'Parolo n’en garde aucune copie.',
    'sound-deletion.player': 'Le son a été supprimé le {day}. Le texte reste.',
    'sound-back.title': 'Rétablir le son de «\u00A0{title}\u00A0»\u202F?',
    'sound-back.about':
      'Vous l’avez fait supprimer le {day}. Choisissez le fichier, «\u00A0{file}\u00A0» ou une copie, pour réécouter et retranscrire l’enregistrement.',
    'sound-back.copy': 'Parolo conservera alors le fichier dans sa bibliothèque.',
    'sound-back.leave': 'Ne pas le rétablir',
    'sound-back.choose': 'Choisir le fichier…',
    'export.sound-deleted': 'son supprimé le {date}',
    'recording.deleted-due': 'Supprimé avec tout le reste, comme prévu pour le {day}\u00A0: {title} ({id})',
    'recording.not-deleted':
      'Un enregistrement qui devait être supprimé le {day} est encore là\u00A0: {reason}',
    'deletion.finished':
      'La suppression de «\u00A0{title}\u00A0» ({id}), qui avait été interrompue, est terminée.',
    'deletion.unfinished':
      '«\u00A0{title}\u00A0» est supprimé, mais certains de ses fichiers restent sur le disque\u00A0: {reason} Parolo réessaiera à son prochain démarrage.',
    'deletion.goes-on': 'À supprimer avec tout le reste le {day}',
    'deletion.planned': '«\u00A0{title}\u00A0» sera supprimé avec tout le reste le {day}.',
    'deletion.kept': '«\u00A0{title}\u00A0» est conservé.',
    'deletion.keep': 'Garder l’enregistrement',
    'deletion.until-then':
      'D’ici là, vous pouvez changer la date ou le garder. Il sera supprimé dès que Parolo sera ouvert ce jour-là ou plus tard.',
    'sound.deleted-due': 'Son supprimé, comme prévu pour le {day}\u00A0: {title} ({id})',
    'sound.not-deleted': 'Un son qui devait être supprimé le {day} est encore là\u00A0: {reason}',
    'delete.ask': '{button}\u202F? [o/N]',
    'delete.nothing': 'Rien n’a été supprimé.',
  },
)
