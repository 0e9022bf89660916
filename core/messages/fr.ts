import type { MessageKey } from './en.ts'
import { api } from './groups/api.ts'
import { captions } from './groups/captions.ts'
import { editor } from './groups/editor.ts'
import { electron } from './groups/electron.ts'
import { exports } from './groups/exports.ts'
import { library } from './groups/library.ts'
import { marks } from './groups/marks.ts'
import { settings } from './groups/settings.ts'
import { shell } from './groups/shell.ts'
import { sound } from './groups/sound.ts'
import { speaking } from './groups/speaking.ts'
import { stats } from './groups/stats.ts'
import { web } from './groups/web.ts'

/** The French texts of the user interface: same keys as `en.ts`. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...api.fr,
  ...shell.fr,
  ...library.fr,
  ...settings.fr,
  ...editor.fr,
  ...marks.fr,
  ...sound.fr,
  ...speaking.fr,
  ...captions.fr,
  ...exports.fr,
  ...stats.fr,
  ...web.fr,
  ...electron.fr,
  'speaker.numbered': 'Voix {number}',
  'speaker.unknown': 'Voix inconnue',

  'error.usage.bad-option': '{option} n’est pas compris.',
  'error.usage.bad-option.remedy': 'Voir `parolo {verb} --help`.',
  'error.usage.missing-file': 'Aucun fichier n’est indiqué.',
  'error.usage.missing-file.remedy': 'Indiquez sur quoi travailler, p. ex. `parolo {verb} entretien.mp3`.',
  'error.usage.unknown-verb': 'La commande « {verb} » n’existe pas.',
  'error.usage.unknown-verb.remedy': 'Voir `parolo --help`.',
  'error.usage.stdout-one-file': '--stdout affiche le résultat d’un seul fichier, et {count} sont indiqués.',
  'error.usage.stdout-one-file.remedy': 'Retirez --stdout, ou indiquez un seul fichier.',
  'error.media.not-found': '{file} : ce fichier n’existe pas.',
  'error.media.not-found.remedy': 'Vérifiez le nom et le dossier.',
  'error.media.not-a-file': '{file} n’est pas un fichier.',
  'error.media.not-a-file.remedy':
    'Indiquez un fichier audio ou vidéo, pas un dossier, un tube ou un périphérique.',
  'error.media.empty-file': '{file} est vide (0 octet).',
  'error.media.empty-file.remedy':
    'La copie ou le téléchargement a pu échouer : récupérez le fichier à nouveau.',
  'error.media.unreadable': '{file} ne peut pas être lu comme son ou vidéo.',
  'error.media.unreadable.remedy':
    'Il est peut-être abîmé ou d’un autre genre. Essayez de le lire ; s’il se lit, exportez-le en WAV ou MP3.',
  'error.media.unsupported':
    '{file} est d’un genre qui n’est pas accepté (liste de lecture, module musical, périphérique…).',
  'error.media.unsupported.remedy': 'Indiquez l’enregistrement lui-même, en audio ou en vidéo.',
  'error.media.no-audio': '{file} n’a pas de piste audio.',
  'error.media.no-audio.remedy': 'Choisissez un fichier avec du son.',
  'error.media.no-samples': '{file} ne contient aucun son décodable.',
  'error.media.no-samples.remedy':
    'Il est peut-être tronqué ou abîmé. Essayez de le lire, ou exportez-le en WAV.',
  'error.media.no-such-track':
    '{file} a {tracks, plural, one {# piste audio} other {# pistes audio}} ; la piste {track} n’existe pas.',
  'error.media.no-such-track.remedy': 'Choisissez-en une avec --track, de 1 à {tracks}.',
  'error.media.stalled': '{file} n’a pas pu être décodé : rien n’est venu pendant 30 secondes.',
  'error.media.stalled.remedy': 'Il est peut-être abîmé, ou sur un disque qui ne répond pas.',
  'error.media.moved': 'L’enregistrement n’est plus à {file}.',
  'error.media.moved.remedy': 'Indiquez-le là où il est maintenant : sa transcription est conservée.',
  'error.media.changed': '{file} a changé pendant sa lecture.',
  'error.media.changed.remedy': 'Attendez qu’il soit écrit jusqu’au bout, puis recommencez.',
  'error.ffmpeg.missing':
    '{platform, select, linux {ffmpeg est introuvable. Installez-le : sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg est introuvable. Installez-le : brew install ffmpeg (Homebrew) ou port install ffmpeg (MacPorts).} win32 {ffmpeg est introuvable. Installez-le : winget install Gyan.FFmpeg, puis ouvrez une nouvelle fenêtre.} other {ffmpeg est introuvable. Installez-le depuis les paquets de votre système.}}',
  'error.ffmpeg.missing.remedy': 'Ou indiquez le programme dans FFMPEG_PATH.',
  'error.ffmpeg.failed': '{file} n’a pas pu être décodé jusqu’au bout.',
  'error.ffmpeg.failed.remedy': 'Essayez de le lire, ou exportez-le en WAV.',
  'error.disk.full':
    'Le disque est plein{neededMegabytes, select, none {.} other { : il faut {neededMegabytes} Mo, {freeMegabytes} Mo sont libres.}}',
  'error.disk.full.remedy': 'Libérez de la place et recommencez : ce qui est fini est conservé.',
  'error.disk.read-only': 'Il n’est pas permis d’écrire dans {folder}.',
  'error.disk.read-only.remedy':
    'Choisissez un autre dossier (--out pour les résultats, --data pour la bibliothèque), ou changez ses droits.',
  'error.disk.failed': 'La lecture ou l’écriture dans {folder} a échoué.',
  'error.disk.failed.remedy': 'Vérifiez le disque, puis recommencez : ce qui est fini est conservé.',
  'error.output.exists': '{file} existe et n’est pas remplacé.',
  'error.output.exists.remedy': 'Utilisez --overwrite, ou un autre dossier avec --out.',
  'error.model.unknown': 'Le modèle « {id} » n’existe pas.',
  'error.model.unknown.remedy': 'Modèles présents : {known}. Voir `parolo models list`.',
  'error.model.damaged': 'Le modèle {id} est abîmé ({file}).',
  'error.model.damaged.remedy': 'Réinstallez le programme, ou retirez le modèle et ajoutez-le à nouveau.',
  'error.model.missing': 'Il manque un fichier du modèle {id} ({file}).',
  'error.model.missing.remedy': 'Réinstallez le programme, ou retirez le modèle et ajoutez-le à nouveau.',
  'error.model.unreadable': 'Le modèle {id} est illisible ({file}).',
  'error.model.unreadable.remedy':
    'Il est peut-être abîmé, ou ajouté par un Parolo plus récent : mettez ce programme à jour, ou retirez le modèle et ajoutez-le à nouveau.',
  'error.model.bad-folder': '{folder} ne contient aucun modèle d’un genre connu.',
  'error.model.bad-folder.remedy':
    'Indiquez un dossier avec les fichiers .onnx et tokens.txt d’un modèle sherpa-onnx, sous son propre nom.',
  'error.model.embedded': 'Le modèle {id} fait partie du programme et ne peut pas être retiré.',
  'error.model.embedded.remedy': 'Seuls les modèles ajoutés peuvent être retirés.',
  'error.model.exists': 'Un modèle nommé {id} est déjà là.',
  'error.model.exists.remedy': 'Retirez-le d’abord : `parolo models remove {id}`.',
  'error.model.language': 'Le modèle {id} ne parle pas « {language} ».',
  'error.model.language.remedy':
    'Langues de ce modèle : {known}. Choisissez autrement avec --language ou --model.',
  'error.model.load-failed': 'Le modèle n’a pas pu être chargé.',
  'error.model.load-failed.remedy':
    'Vérifiez-le avec `parolo models verify` ; s’il est entier, son genre ne convient peut-être pas.',
  'error.engine.died': 'Le moteur de reconnaissance s’est arrêté deux fois au même endroit.',
  'error.engine.died.remedy':
    'Recommencez : ce qui est fini est conservé. Si cela se répète, signalez-le avec ces détails.',
  'error.engine.silent': 'Le moteur de reconnaissance ne répond plus.',
  'error.engine.silent.remedy': 'Recommencez : ce qui est fini est conservé.',
  'error.engine.failed': 'Le moteur de reconnaissance signale une faute.',
  'error.engine.failed.remedy': 'Recommencez ; si cela se répète, signalez-le avec ces détails.',
  'error.library.newer-version': 'La bibliothèque de {folder} a été écrite par un Parolo plus récent.',
  'error.library.newer-version.remedy': 'Mettez ce programme à jour. La bibliothèque n’a pas été touchée.',
  'error.library.network-drive': 'La bibliothèque ne peut pas être sur un disque réseau ({folder}).',
  'error.library.network-drive.remedy': 'Choisissez un dossier d’un disque local avec --data.',
  'error.library.damaged': 'La bibliothèque de {folder} est abîmée et n’a pas pu être réparée.',
  'error.library.damaged.remedy': 'Une copie des fichiers abîmés est gardée dans son dossier backups.',
  'error.library.busy': 'Un autre programme tient la bibliothèque.',
  'error.library.busy.remedy': 'Réessayez dans un instant.',
  'error.library.unusable': 'La bibliothèque de {folder} ne peut pas être ouverte.',
  'error.library.unusable.remedy': 'Choisissez un autre dossier avec --data, ou voyez `parolo doctor`.',
  'error.recording.unknown': 'Aucun enregistrement « {reference} » dans la bibliothèque.',
  'error.recording.unknown.remedy': 'Voir `parolo list`.',
  'error.recording.ambiguous': '« {reference} » peut désigner plusieurs enregistrements : {ids}.',
  'error.recording.ambiguous.remedy': 'Désignez-en un par son identifiant.',
  'error.recording.no-transcript': '« {reference} » n’a pas de transcription terminée.',
  'error.recording.no-transcript.remedy': 'Faites-en une avec `parolo transcribe`.',
  'error.job.cancelled': 'Arrêté.',
  'error.job.cancelled.remedy': 'La même commande reprend à partir de ce qui est fini.',
  'error.range.empty': 'Il n’y a rien à transcrire de {from} à {to}.',
  'error.range.empty.remedy': 'Indiquez une fin qui vient après le début.',
  'error.range.beyond-end': 'L’enregistrement dure {length}\u202F; {time} est après sa fin.',
  'error.range.beyond-end.remedy': 'Choisissez un extrait qui tient dans l’enregistrement.',
  'error.job.lease-lost': 'Un autre programme a repris ce travail.',
  'error.job.lease-lost.remedy': 'Recommencez s’il ne l’a pas terminé.',
  'error.format.unknown': 'Le format « {format} » n’existe pas.',
  'error.format.unknown.remedy': 'Formats : {known}.',
  'error.format.unreadable': '{file} ne peut pas être lu comme {format}.',
  'error.format.unreadable.remedy': 'L’endroit de la faute est dans les détails.',
  'error.transcript.not-whole': '{file} est coupé ou abîmé à la ligne {line}, colonne {column}.',
  'error.transcript.not-whole.remedy':
    'La copie ou le téléchargement a peut-être échoué : récupérez le fichier à nouveau.',
  'error.transcript.foreign':
    '{file} n’est pas une transcription de Parolo : son membre « format » ne le dit pas.',
  'error.transcript.foreign.remedy': 'Choisissez un fichier qui finit par .parolo.json.',
  'error.transcript.newer-version': '{file} a été écrit par un Parolo plus récent (membre « version »).',
  'error.transcript.newer-version.remedy': 'Mettez ce programme à jour. Le fichier n’a pas été touché.',
  'error.transcript.wrong-member': '{file} est incorrect à l’endroit {place}.',
  'error.transcript.wrong-member.remedy': 'Ce qui ne va pas est dans les détails.',
  'error.internal': 'Quelque chose s’est mal passé dans Parolo.',
  'error.internal.remedy': 'Merci de le signaler avec ces détails.',

  'progress.import': 'lecture',
  'progress.sound': 'décodage',
  'progress.regions': 'repérage de la parole',
  'progress.speakers': 'distinction des voix',
  'progress.words': 'reconnaissance des mots',
  'progress.second-look': 'seconde écoute',
  'progress.paragraphs': 'assemblage',
  'progress.waiting': 'en attente d’un autre programme (processus {pid})',
  'progress.left': 'reste {time}',
  'result.written': '{file} : écrit',
  'result.done-before': '{file} : déjà fait',
  'result.failed-chunks':
    '{file} : {count, plural, one {# passage n’a pas pu être reconnu et manque} other {# passages n’ont pas pu être reconnus et manquent}}',
  'result.model-replaced': 'Le modèle {id} a été remplacé\u00A0: {by} est utilisé.',
  'result.summary': '{done, number} fait(s), {failed, number} en échec',
  'result.deleted':
    '{title} : supprimé ({files, plural, one {# fichier} other {# fichiers}}, transcriptions et index de recherche)',
  'result.interrupted': 'Arrêté. La même commande reprend à partir de ce qui est fini.',
  'warning.library-salvaged':
    'La bibliothèque était abîmée. {rows, plural, one {# ligne a pu être sauvée} other {# lignes ont pu être sauvées}} ; les fichiers abîmés sont gardés dans {folder}.',

  'list.empty': 'La bibliothèque est vide. Essayez `parolo transcribe FICHIER`.',
  'list.none': 'aucune',
  'state.done': 'terminé',
  'state.running': 'en cours',
  'state.unfinished': 'inachevé',
  'state.failed': 'en échec',
  'search.none': 'Rien trouvé.',
  'show.speakers': '{count, plural, =0 {aucune voix} one {# voix} other {# voix}}',
  'show.words': '{count, plural, one {# mot} other {# mots}}',

  'models.whole': 'entier',
  'models.damaged': 'abîmé : {file}',
  'models.unreadable': 'illisible',
  'models.embedded': 'intégré',
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
  'doctor.well': 'Tout est en ordre.',
  'doctor.wrong': '{count, plural, one {# chose ne va} other {# choses ne vont}} pas :',
}
