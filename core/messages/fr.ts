import type { MessageKey } from './en.ts'
import { align } from './groups/align.ts'
import { alignedText } from './groups/aligned-text.ts'
import { api } from './groups/api.ts'
import { archive } from './groups/archive.ts'
import { captionFixes } from './groups/caption-fixes.ts'
import { captionRules } from './groups/caption-rules.ts'
import { captionedVideo } from './groups/captioned-video.ts'
import { captions } from './groups/captions.ts'
import { chapters } from './groups/chapters.ts'
import { comments } from './groups/comments.ts'
import { convert } from './groups/convert.ts'
import { editor } from './groups/editor.ts'
import { electron } from './groups/electron.ts'
import { exports } from './groups/exports.ts'
import { fillers } from './groups/fillers.ts'
import { glossary } from './groups/glossary.ts'
import { films } from './groups/films.ts'
import { howItWorks } from './groups/how-it-works.ts'
import { libraries } from './groups/libraries.ts'
import { library } from './groups/library.ts'
import { markOffer } from './groups/mark-offer.ts'
import { marks } from './groups/marks.ts'
import { modelPage } from './groups/model-page.ts'
import { models } from './groups/models.ts'
import { moments } from './groups/moments.ts'
import { network } from './groups/network.ts'
import { numbers } from './groups/numbers.ts'
import { opinion } from './groups/opinion.ts'
import { recorder } from './groups/recorder.ts'
import { liveText } from './groups/live-text.ts'
import { recording } from './groups/recording.ts'
import { settings } from './groups/settings.ts'
import { shell } from './groups/shell.ts'
import { room } from './groups/room.ts'
import { sound } from './groups/sound.ts'
import { soundDeletion } from './groups/sound-deletion.ts'
import { speaking } from './groups/speaking.ts'
import { speakerReview } from './groups/speaker-review.ts'
import { rememberedVoices } from './groups/remembered-voices.ts'
import { sheet } from './groups/sheet.ts'
import { stats } from './groups/stats.ts'
import { backup } from './groups/backup.ts'
import { podcastErrors } from './groups/podcast-errors.ts'
import { podcastPage } from './groups/podcast-page.ts'
import { publish } from './groups/publish.ts'
import { podcasts } from './groups/podcasts.ts'
import { redaction } from './groups/redaction.ts'
import { trim } from './groups/trim.ts'
import { strip } from './groups/strip.ts'
import { translations } from './groups/translations.ts'
import { transcriptErrors } from './groups/transcript-errors.ts'
import { usage } from './groups/usage.ts'
import { watch } from './groups/watch.ts'
import { web } from './groups/web.ts'

/** The French texts of the user interface: same keys as `en.ts`. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...api.fr,
  ...archive.fr,
  ...shell.fr,
  ...howItWorks.fr,
  ...libraries.fr,
  ...library.fr,
  ...settings.fr,
  ...editor.fr,
  ...marks.fr,
  ...modelPage.fr,
  ...models.fr,
  ...fillers.fr,
  ...glossary.fr,
  ...moments.fr,
  ...markOffer.fr,
  ...sound.fr,
  ...soundDeletion.fr,
  ...room.fr,
  ...speaking.fr,
  ...speakerReview.fr,
  ...rememberedVoices.fr,
  ...captions.fr,
  ...captionedVideo.fr,
  ...chapters.fr,
  ...comments.fr,
  ...captionRules.fr,
  ...captionFixes.fr,
  ...align.fr,
  ...alignedText.fr,
  ...convert.fr,
  ...exports.fr,
  ...films.fr,
  ...sheet.fr,
  ...stats.fr,
  ...network.fr,
  ...numbers.fr,
  ...opinion.fr,
  ...recorder.fr,
  ...recording.fr,
  ...liveText.fr,
  ...strip.fr,
  ...translations.fr,
  ...backup.fr,
  ...podcastErrors.fr,
  ...podcastPage.fr,
  ...publish.fr,
  ...podcasts.fr,
  ...redaction.fr,
  ...trim.fr,
  ...transcriptErrors.fr,
  ...usage.fr,
  ...watch.fr,
  ...web.fr,
  ...electron.fr,
  'speaker.numbered': 'Voix {number}',
  'speaker.unknown': 'Voix inconnue',

  'error.media.not-found': '{file} est introuvable.',
  'error.media.not-found.remedy': 'Vérifiez le nom du fichier et le dossier.',
  'error.media.not-a-file': '{file} n’est pas un fichier.',
  'error.media.not-a-file.remedy':
    'Choisissez un fichier audio ou vidéo, pas un dossier, un tube ou un périphérique.',
  'error.media.empty-file': '{file} est vide (0 octet).',
  'error.media.empty-file.remedy':
    'La copie ou le téléchargement a peut-être échoué. Récupérez de nouveau le fichier.',
  'error.media.unreadable': '{file} ne peut pas être lu comme fichier audio ou vidéo.',
  'error.media.unreadable.remedy':
    'Il est peut-être endommagé ou dans un format non pris en charge. Essayez de le lire avec un autre logiciel. S’il se lit, exportez-le en WAV ou en MP3.',
  'error.media.unsupported':
    '{file} n’est pas d’un type pris en charge (liste de lecture, module musical, périphérique…).',
  'error.media.unsupported.remedy': 'Choisissez l’enregistrement lui-même, en audio ou en vidéo.',
  'error.media.no-audio': '{file} n’a pas de piste audio.',
  'error.media.no-audio.remedy': 'Choisissez un fichier qui contient du son.',
  'error.media.no-samples': '{file} ne contient aucun son qui puisse être décodé.',
  'error.media.no-samples.remedy':
    'Il est peut-être incomplet ou endommagé. Essayez de le lire avec un autre logiciel, ou exportez-le en WAV.',
  'error.import.other-tracks': '{file} n’a pas autant de pistes audio que le premier fichier.',
  'error.import.other-tracks.remedy':
    'Des fichiers qui se suivent doivent avoir le même nombre de pistes. Importez celui-ci à part.',
  'error.media.no-such-track':
    '{file} a {tracks, plural, one {# piste audio} other {# pistes audio}} ; la piste {track} n’existe pas.',
  'error.media.no-such-track.remedy': 'Choisissez une piste avec --track, de 1 à {tracks}.',
  'error.media.stalled': '{file} n’a pas pu être décodé : aucune donnée n’a été reçue pendant 30 secondes.',
  'error.media.stalled.remedy': 'Il est peut-être endommagé, ou son disque ne répond pas.',
  'error.media.moved': 'L’enregistrement n’est plus à {file}.',
  'error.media.moved.remedy':
    'Localisez le fichier à son nouvel emplacement. Sa transcription est conservée.',
  'error.media.changed': '{file} a été modifié pendant sa lecture.',
  'error.media.changed.remedy': 'Attendez que le fichier soit complet, puis réessayez.',
  'error.ffmpeg.missing':
    '{platform, select, linux {ffmpeg est introuvable. Installez-le : sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg est introuvable. Installez-le : brew install ffmpeg (Homebrew) ou port install ffmpeg (MacPorts).} win32 {ffmpeg est introuvable. Installez-le : winget install Gyan.FFmpeg, puis ouvrez une nouvelle fenêtre.} other {ffmpeg est introuvable. Installez-le depuis les paquets de votre système.}}',
  'error.ffmpeg.missing.remedy': 'Ou indiquez le chemin du programme dans FFMPEG_PATH.',
  'error.ffmpeg.failed': '{file} n’a pas pu être décodé entièrement.',
  'error.ffmpeg.failed.remedy': 'Essayez de le lire avec un autre logiciel, ou exportez-le en WAV.',
  'error.disk.full':
    'Le disque est plein{neededMegabytes, select, none {.} other { : il faut {neededMegabytes} Mo, {freeMegabytes} Mo sont libres.}}',
  'error.disk.full.remedy': 'Libérez de l’espace, puis réessayez. Ce qui est terminé est conservé.',
  'error.disk.read-only': 'Parolo n’a pas le droit d’écrire dans {folder}.',
  'error.disk.read-only.remedy':
    'Choisissez un autre dossier (--out pour les résultats, --data pour la bibliothèque), ou modifiez les droits de ce dossier.',
  'error.disk.long-name': 'Un nom de fichier est trop long pour {folder}.',
  'error.disk.long-name.remedy':
    'Raccourcissez le titre ou le nom\u00A0: la plupart des disques acceptent 255 octets.',
  'error.disk.failed': 'Une lecture ou une écriture a échoué dans {folder}.',
  'error.disk.failed.remedy': 'Vérifiez le disque, puis réessayez. Ce qui est terminé est conservé.',
  'error.drive.silent': 'Le disque {drive} ne répond pas.',
  'error.drive.silent.remedy':
    'Vérifiez qu’il est branché et allumé, et que le réseau fonctionne. Ce qui en dépend reprendra dès qu’il répondra\u202F; tout le reste continue.',
  'error.output.exists': '{file} existe déjà et n’a pas été remplacé.',
  'error.output.exists.remedy': 'Utilisez --overwrite, ou choisissez un autre dossier avec --out.',
  'error.model.unknown': 'Modèle inconnu : « {id} ».',
  'error.model.unknown.remedy': 'Modèles disponibles : {known}. Consultez `parolo models list`.',
  'error.model.damaged': 'Le modèle {id} est endommagé ({file}).',
  'error.model.damaged.remedy': 'Réinstallez Parolo, ou retirez le modèle et ajoutez-le de nouveau.',
  'error.model.missing': 'Il manque un fichier du modèle {id} ({file}).',
  'error.model.missing.remedy': 'Réinstallez Parolo, ou retirez le modèle et ajoutez-le de nouveau.',
  'error.model.not-here': 'Le modèle {id} n’est pas sur cet ordinateur.',
  'error.model.not-here.remedy': 'Téléchargez-le dans les réglages, sous Modèles.',
  'error.model.unreadable': 'Le modèle {id} ne peut pas être lu ({file}).',
  'error.model.unreadable.remedy':
    'Il est peut-être endommagé, ou a été ajouté par une version plus récente de Parolo. Mettez Parolo à jour, ou retirez le modèle et ajoutez-le de nouveau.',
  'error.model.bad-folder': '{folder} ne contient aucun modèle d’un type pris en charge.',
  'error.model.bad-folder.remedy':
    'Choisissez le dossier d’un modèle sherpa-onnx, avec son nom d’origine, ses fichiers .onnx et tokens.txt, ou son archive (.tar.bz2, .tar.gz, .zip).',
  'error.model.embedded': 'Le modèle {id} est fourni avec Parolo et ne peut pas être retiré.',
  'error.model.embedded.remedy': 'Seuls les modèles que vous avez ajoutés peuvent être retirés.',
  'error.model.exists': 'Un modèle nommé {id} existe déjà.',
  'error.model.exists.remedy': 'Retirez-le d’abord : `parolo models remove {id}`.',
  'error.model.language': 'Le modèle {id} ne prend pas en charge « {language} ».',
  'error.model.language.remedy':
    'Langues prises en charge : {known}. Choisissez une autre langue avec --language, ou un autre modèle avec --model.',
  'error.model.load-failed': 'Le modèle n’a pas pu être chargé.',
  'error.model.load-failed.remedy':
    'Vérifiez-le avec `parolo models verify`. S’il est intact, son type n’est peut-être pas pris en charge.',
  'error.engine.died':
    'Le moteur de reconnaissance s’est arrêté de façon inattendue, deux fois au même endroit.',
  'error.engine.died.remedy':
    'Réessayez : ce qui est terminé est conservé. Si cela se reproduit, signalez-le avec ces détails.',
  'error.engine.silent': 'Le moteur de reconnaissance ne répond plus.',
  'error.engine.silent.remedy': 'Réessayez : ce qui est terminé est conservé.',
  'error.engine.failed': 'Le moteur de reconnaissance a signalé une erreur.',
  'error.engine.failed.remedy': 'Réessayez. Si cela se reproduit, signalez-le avec ces détails.',
  'error.library.newer-version':
    'La bibliothèque de {folder} a été enregistrée par une version plus récente de Parolo.',
  'error.library.newer-version.remedy': 'Mettez Parolo à jour. La bibliothèque n’a pas été modifiée.',
  'error.library.network-drive': 'La bibliothèque ne peut pas se trouver sur un disque réseau ({folder}).',
  'error.library.network-drive.remedy': 'Choisissez un dossier sur un disque local avec --data.',
  'error.library.damaged': 'La bibliothèque de {folder} est endommagée.',
  'error.library.damaged.remedy':
    'Redémarrez Parolo\u00A0: il tente de réparer la bibliothèque à l’ouverture, et ne supprime rien.',
  'error.library.busy':
    '{holders, select, none {Un autre programme utilise la bibliothèque.} other {La bibliothèque est utilisée par {holders}.}}',
  'error.library.busy.remedy': 'Réessayez dans un instant.',
  'error.library.unusable': 'La bibliothèque de {folder} ne peut pas être ouverte.',
  'error.library.unusable.remedy': 'Choisissez un autre dossier avec --data, ou lancez `parolo doctor`.',
  'error.recording.unknown': 'La bibliothèque ne contient aucun enregistrement « {reference} ».',
  'error.recording.unknown.remedy': 'Consultez `parolo list`.',
  'error.recording.ambiguous': '« {reference} » correspond à plusieurs enregistrements : {ids}.',
  'error.recording.ambiguous.remedy': 'Indiquez l’identifiant de l’un d’eux.',
  'error.recording.no-transcript': '« {reference} » n’a pas de transcription terminée.',
  'error.recording.no-transcript.remedy': 'Créez-en une avec `parolo transcribe`.',
  'error.job.cancelled': 'Arrêté.',
  'error.job.cancelled.remedy': 'Relancez la même commande pour reprendre.',
  'error.transcript.part': 'Seul le passage de {from} à {to} de «\u202F{title}\u202F» a été transcrit.',
  'error.transcript.part.remedy':
    'Transcrivez tout l’enregistrement, ou rognez-le pour ne garder que ce passage, puis publiez-le.',
  'error.range.empty': 'Il n’y a rien à transcrire de {from} à {to}.',
  'error.range.empty.remedy': 'Choisissez une fin postérieure au début.',
  'error.range.beyond-end': 'L’enregistrement dure {length}\u202F; {time} est après sa fin.',
  'error.range.beyond-end.remedy': 'Choisissez un extrait compris dans l’enregistrement.',
  'error.job.lease-lost': 'Un autre programme a repris cette tâche.',
  'error.job.lease-lost.remedy': 'S’il ne l’a pas terminée, réessayez.',
  'error.format.unknown': 'Format inconnu : « {format} ».',
  'error.format.unknown.remedy': 'Formats disponibles : {known}.',
  'error.format.unreadable': '{file} ne peut pas être lu comme {format}.',
  'error.format.unreadable.remedy': 'Les détails indiquent où se trouve l’erreur.',
  'error.format.too-large':
    '{file} dépasse une limite\u00A0: {limit, select, bytes {au plus {most, number} octets} unpacked {au plus {most, number} octets de texte décompressé} nested {au plus {most, number} niveaux d’éléments, de listes et d’objets imbriqués} elements {au plus {most, number} éléments XML} cues {au plus {most, number} sous-titres} words {au plus {most, number} mots} characters {au plus {most, number} caractères pour tous les sous-titres} speakers {au plus {most, number} voix} styles {au plus {most, number} styles et régions} other {au plus {most, number} octets de mémoire pour le lire}}.',
  'error.format.too-large.remedy': 'Divisez le fichier, ou vérifiez que son contenu correspond à son nom.',
  'error.format.too-slow': '{file} n’a pas pu être lu en {seconds} secondes.',
  'error.format.too-slow.remedy': 'Divisez le fichier, ou vérifiez que son contenu correspond à son nom.',
  'error.format.not-read': '{file} n’est pas dans un format que Parolo sait lire.',
  'error.format.not-read.remedy':
    'Choisissez des sous-titres ou un texte, par exemple .srt, .vtt, .ttml, .ass, .stl, .parolo.json, .txt ou .docx.',
  'error.format.no-option': 'Aucun format choisi n’a l’option {option}.',
  'error.format.no-option.remedy':
    'Retirez-la, ou choisissez un format qui l’a\u00A0: parolo convert --help.',
  'error.format.no-times': '{file} n’a pas de temps, or {format} en a besoin.',
  'error.format.no-times.remedy':
    'Alignez-le d’abord sur son enregistrement\u00A0: `parolo align MÉDIA {file}`. Sans temps, il se convertit en txt, md, html, docx et pdf.',
  'error.output.is-input': '{file} est l’un des fichiers à lire et n’a pas été remplacé.',
  'error.output.is-input.remedy': 'Choisissez un autre dossier avec --out.',
  'error.output.is-written':
    '{file} vient d’être écrit à partir d’un autre des fichiers donnés et n’a pas été remplacé.',
  'error.output.is-written.remedy':
    'Convertissez les fichiers de même nom dans des dossiers différents avec --out.',
  'error.preset.unknown': 'Règles inconnues\u00A0: «\u00A0{preset}\u00A0».',
  'error.preset.unknown.remedy': 'Disponibles\u00A0: {known}, ou le nom d’un fichier.',
  'error.preset.unreadable': '{file} ne peut pas être lu comme des règles de sous-titrage.',
  'error.preset.unreadable.remedy': 'Les détails indiquent le problème.',
  'error.internal': 'Une erreur interne s’est produite dans Parolo.',
  'error.internal.remedy': 'Merci de la signaler avec ces détails.',

  'progress.import': 'import',
  'progress.sound': 'préparation de l’audio',
  'progress.regions': 'détection de la parole',
  'progress.speakers': 'identification des voix',
  'progress.words': 'transcription',
  'progress.second-look': 'seconde passe',
  'progress.paragraphs': 'mise en paragraphes',
  'progress.waiting': 'en attente d’un autre programme (processus {pid})',
  'progress.left': 'reste {time}',
  'result.written': '{file} : enregistré',
  'result.left-out.redacted':
    '{title}\u202F: le fichier de l’enregistrement n’a pas été copié, car on y entend ce qui est occulté.',
  'result.left-out.trimmed':
    '{title}\u202F: le fichier de l’enregistrement n’a pas été copié, car il contient ce qui a été rogné.',
  'result.done-before': '{file} : déjà fait',
  'result.failed-chunks':
    '{file} : {count, plural, one {# passage n’a pas pu être transcrit et manque} other {# passages n’ont pas pu être transcrits et manquent}}',
  'result.model-replaced': 'Le modèle {id} a été remplacé ; {by} est utilisé à sa place.',
  'result.chosen-model':
    'Modèle de reconnaissance pour la langue « {language} » : {model}, choisi sur la page Modèles. --model en prend un autre.',
  'result.chosen-model-found':
    '{file} : la langue détectée est « {language} », avec le modèle {model}, choisi sur la page Modèles. --model en prend un autre.',
  'result.summary': 'terminés : {done, number} ; en échec : {failed, number}',
  'result.deleted':
    '{title} : supprimé ({files, plural, one {# fichier} other {# fichiers}}, transcriptions et index de recherche)',
  'result.not-erased':
    'Des traces restent pour l’instant dans les fichiers de la bibliothèque. Elles seront supprimées en arrière-plan pendant que Parolo est ouvert, dès qu’aucun autre programme ne lira plus l’état précédent.',
  'result.interrupted': 'Arrêté. Relancez la même commande pour reprendre.',
  'warning.library-salvaged':
    'La bibliothèque était endommagée. {rows, plural, one {# ligne a été récupérée} other {# lignes ont été récupérées}} ; les fichiers endommagés sont conservés dans {folder}.',

  'list.empty': 'La bibliothèque est vide. Essayez `parolo transcribe FICHIER`.',
  'list.none': 'aucune',
  'state.done': 'terminé',
  'state.running': 'en cours',
  'state.part': '{from}–{to} seulement',
  'state.unfinished': 'inachevé',
  'state.not-transcribed': 'non transcrit',
  'state.failed': 'en échec',
  'search.none': 'Aucun résultat.',
  'show.speakers': '{count, plural, =0 {aucune voix} one {# intervenant·e} other {# intervenant·es}}',
  'show.words': '{count, plural, one {# mot} other {# mots}}',

  'models.whole': 'intact',
  'models.damaged': 'endommagé : {file}',
  'models.unreadable': 'illisible',
  'models.embedded': 'fourni',
  'models.added': 'ajouté',
  'models.added-now': '{id} : ajouté ({kind})',
  'models.removed': '{id} : retiré',
  'doctor.program': 'Parolo {version}',
  'doctor.node': 'Node {version}',
  'doctor.engine': 'sherpa-onnx {version}',
  'doctor.ffmpeg': 'ffmpeg {version}, {path}',
  'doctor.model': 'modèle {id} ({role}) : {state}, {hash}',
  'doctor.cores': '{count, plural, one {# cœur} other {# cœurs}}, {memory} Go de mémoire',
  'doctor.library':
    'bibliothèque {folder} : {recordings, plural, one {# enregistrement} other {# enregistrements}}, {free} Go libres',
  'doctor.well': 'Aucun problème détecté.',
  'doctor.wrong': '{count, plural, one {# problème détecté} other {# problèmes détectés}} :',
}
