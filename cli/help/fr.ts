import { archiveHelp } from './archive.ts'
import { librariesHelp } from './libraries.ts'
import { modelsHelp } from './models.ts'
import { podcastHelp } from './podcast.ts'
import { publishHelp } from './publish.ts'
import { watchHelp } from './watch.ts'
import { voicesHelp } from './voices.ts'
import type { HelpTopic } from './en.ts'

export const help: Readonly<Record<HelpTopic, string>> = {
  overview: `Parolo transcrit des enregistrements, avec intervenant·es et sous-titres, sur cet ordinateur uniquement.

Usage : parolo COMMANDE [options]

  transcribe FICHIER…    créer des transcriptions et des sous-titres
  record                 enregistrer des micros et d’autres entrées audio dans la bibliothèque
  align MÉDIA TEXTE      donner à un texte les temps et les intervenant·es de son enregistrement
  opinion ENREGISTREMENT reconnaître de nouveau un enregistrement, afficher où les textes diffèrent
  list                   afficher les enregistrements de la bibliothèque
  show ENREGISTREMENT    afficher une transcription en texte
  export ENREGISTREMENT  exporter une transcription dans d’autres formats
  convert FICHIER…       convertir des sous-titres, transcriptions et textes dans d’autres formats
  check FICHIER          afficher les problèmes d’un fichier de sous-titres, et les corriger
  search MOTS            rechercher des mots, des titres et des intervenant·es
  libraries list|add DOSSIER|remove DOSSIER   autres bibliothèques sur lesquelles porte aussi la recherche
  add FICHIER…           importer des enregistrements dans la bibliothèque ; une page ouverte les affiche aussitôt
  archive plan|work|status|gather|retry   transcrire un fonds d’archives sur une grappe de calcul
  stats ENREGISTREMENT|FICHIER  afficher le temps de parole de chaque personne
  sheet ENREGISTREMENT|FICHIER  afficher comment une transcription a été faite : modèles, durée, mémoire, énergie
  delete ENREGISTREMENT  supprimer un enregistrement de la bibliothèque
  backup FICHIER         sauvegarder la bibliothèque dans un seul fichier
  restore FICHIER        refaire la bibliothèque d’une sauvegarde
  move DOSSIER           déplacer la bibliothèque vers un autre dossier ou disque
  network                afficher chaque connexion à un autre ordinateur
  voices list|forget     afficher ou oublier les voix que vous avez fait mémoriser
  models list|get ID|add CHEMIN-OU-URL|remove ID|verify
  podcast add ADRESSE-OU-FICHIER|list|refresh|get ÉPISODE|remove
  publish ENREGISTREMENT écrire transcription et chapitres pour un flux de podcast dans un dossier
  watch [DOSSIER]        transcrire les enregistrements qui apparaissent dans un dossier, et écrire les sous-titres à côté
  doctor                 vérifier cette installation
  serve                  ouvrir Parolo dans votre navigateur, sur cet ordinateur uniquement

Options de toutes les commandes : --data DOSSIER (la bibliothèque, aussi PAROLO_HOME), --lang en|fr, --help, --version
Consultez : parolo COMMANDE --help
`,
  transcribe: `Usage : parolo transcribe FICHIER… [options]

FICHIER peut aussi être l’identifiant ou le titre d’un enregistrement de la bibliothèque.

  --language auto|en|fr|…   langue parlée (auto : détectée)
  --model ID                modèle de reconnaissance (liste : parolo models list ; par défaut : celui choisi pour la
                            langue dans la page, même si la langue est détectée, sinon Whisper base)
  --voice-model ID          modèle qui distingue les voix (rôle « embedding » de cette liste)
  --speakers auto|N         nombre d’intervenant·es (plus fiable s’il est indiqué)
  --quick                   une seule passe, sans seconde passe pour les passages incertains
  --glossary FICHIER        noms et termes, un par ligne (terme = ce que l’on entend, …) : les mots qui y ressemblent
                            sont à vérifier ; le texte n’est pas modifié
  --track N                 numéro de la piste audio, à partir de 1
  --tracks all              toutes les pistes audio, chacune pour elle-même : les voix par piste, sans ce qu’un micro
                            capte d’une autre piste ; par défaut pour ce que Parolo a créé de plusieurs pistes
  --from TEMPS, --to TEMPS  ne transcrire que cet extrait de chaque FICHIER : 75, 1:15, 1:15,5 ou 1:02:03 ; les temps
                            des résultats restent ceux de l’enregistrement entier
  --format F[,F…]           {formats} (par défaut : srt,vtt)
  --names never|change|always   noms dans le texte SRT : à chaque changement, ou toujours (par défaut : jamais)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : spoken)
  --preset NOM|FICHIER      règles des sous-titres : {presets}, ou un fichier (par défaut : netflix)
  --first-page              Word, PDF : ajouter une page de garde avec titre, date et temps de parole
  --sheet                   Word, PDF (dernière page), WebVTT (note), JSON : comment la transcription a été faite
                            (voir parolo sheet --help)
  --whole-text              compte rendu : avec le texte entier
  --offset, --fps, --drop-frame, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors,
  --no-places, --caption-box, --no-sound   options des fichiers : voir parolo convert --help
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --stdout                  afficher un format d’un seul FICHIER au lieu d’enregistrer des fichiers
  --overwrite               remplacer des fichiers que cette commande n’a pas créés
  --progress auto|bar|json|none

Si une commande est arrêtée, relancez-la pour reprendre.
Codes de sortie : 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interruption.
`,
  record: `Usage : parolo record [--out FICHIER] [--device NOM]… [--seconds N] [--language CODE] [--live-text] [--transcribe]
        parolo record --list

Enregistre des entrées audio de cet ordinateur, une piste par entrée, dans la bibliothèque. Ctrl-C arrête
l’enregistrement. Le son est sur le disque en moins d’une seconde : si le programme ou l’ordinateur s’arrête de façon
imprévue, la commande suivante récupère l’enregistrement et le signale. Assurez-vous que toutes les personnes présentes
savent qu’elles sont enregistrées.

  --list           afficher les entrées audio : nom et description ; * indique celle par défaut
  --device NOM     nom ou description d’une entrée (par défaut : celle du système) ; peut être répétée
  --seconds N      arrêter après N secondes
  --out FICHIER    enregistrer aussi le son dans un fichier WAV, un canal par entrée ; un FICHIER existant n’est jamais
                   remplacé
  --language auto|en|fr|…   langue parlée (auto : détectée)
  --live-text      afficher dans le terminal ce qui est dit, quelques secondes plus tard ; les transcriptions attendent la
                   fin. Le texte est conservé avec l’enregistrement
  --transcribe     transcrire ensuite l’enregistrement

Une entrée débranchée est attendue ; après quelques secondes, celle par défaut prend le relais. Un disque plein met fin à
l’enregistrement ; ce qui a été enregistré est conservé.
Codes de sortie : 0 enregistré (aussi après Ctrl-C), 1 échec, ou fin par un disque plein, 2 utilisation incorrecte.
`,
  align: `Usage : parolo align MÉDIA TEXTE [options]

Aligne TEXTE ({texts} ou des sous-titres de tout format que lit convert) sur la parole de MÉDIA : transcrit MÉDIA, ou
utilise sa transcription si elle a été faite avec les mêmes réglages, et en donne les temps et les voix aux mots de
TEXTE. Le texte est conservé à la lettre, les sous-titres gardent leurs coupes et leurs temps, et des noms tels que
ANNA : deviennent ceux des intervenant·es. Ce qui n’a pas été prononcé et la parole absente de TEXTE sont affichés. Le
résultat est une autre transcription de l’enregistrement ; celle qui était affichée reste l’actuelle.

  --current                 faire du résultat la transcription actuelle de l’enregistrement

  --language auto|en|fr|…   langue parlée (auto : détectée)
  --model ID, --voice-model ID, --speakers auto|N, --quick, --track N, --tracks all, --from TEMPS, --to TEMPS
                            comme pour transcribe
  --format F[,F…]           {formats} (par défaut : srt,vtt)
  --names never|change|always   noms dans le texte SRT (par défaut : jamais)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : spoken)
  --preset NOM|FICHIER      redécouper les sous-titres selon des règles : {presets}, ou un fichier
  --first-page              Word, PDF : ajouter une page de garde avec titre, date et temps de parole
  --sheet                   Word, PDF (dernière page), WebVTT (note), JSON : comment la transcription a été faite
                            (voir parolo sheet --help)
  --whole-text              compte rendu : avec le texte entier
  --offset, --fps, --drop-frame, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors,
  --no-places, --caption-box, --no-sound   options des fichiers : voir parolo convert --help
  --out DOSSIER             dossier des résultats, nommés comme MÉDIA (par défaut : le dossier courant)
  --stdout                  afficher un format au lieu d’enregistrer des fichiers
  --overwrite               remplacer des fichiers que cette commande n’a pas créés ; TEXTE et MÉDIA ne le sont jamais
  --progress auto|bar|json|none

Codes de sortie : 0 tout est terminé, 1 échec, 2 utilisation incorrecte, 130 interruption.
`,
  opinion: `Usage : parolo opinion ENREGISTREMENT [options]

Reconnaît de nouveau un enregistrement de la bibliothèque et affiche où les textes diffèrent, une ligne par différence :
temps, mots actuels, nouveaux mots, et si vous avez écrit ou vérifié les mots actuels. La transcription n’est pas modifiée.
Sur la page, ces textes sont dans Détails, Seconds avis.

  --model ID              modèle de reconnaissance (voir : parolo models list ; par défaut : celui de la transcription)
  --language auto|en|fr|…   langue parlée (par défaut : celle de la transcription)
  --careful               deux passes partout
  --from TEMPS, --to TEMPS   seulement cette partie : 75, 1:15, 1:15.5 ou 1:02:03
  --writing               aussi là où seules les majuscules et la ponctuation diffèrent
  --accept                accepter tous les nouveaux mots, sauf là où vous avez écrit ou vérifié les mots actuels ; une
                          seule étape à annuler
  --progress auto|bar|json|none
`,
  list: `Usage : parolo list [--limit N] [--after ID]\n\nUne ligne par enregistrement, du plus ancien au plus récent : identifiant, durée, langue, intervenant·es, état, titre.\n\n  --limit N    au plus N enregistrements\n  --after ID   ceux qui suivent celui-ci\n`,
  show: `Usage : parolo show ENREGISTREMENT\n\nENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.\n`,
  export: `Usage : parolo export ENREGISTREMENT --format F[,F…] [--names never|change|always] [--fillers shown|hidden] [--numbers spoken|digits] [--preset NOM|FICHIER] [--translation CODE | --all-languages] [--first-page] [--sheet] [--whole-text] [--out DOSSIER] [--stdout] [--overwrite]

ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier. Formats : {formats} ;
mp4, mkv, burn : l’enregistrement avec ses sous-titres, comme pour convert.
--names : inclure les noms dans le texte SRT, à chaque changement ou toujours. Les voix sans nom sont omises.
Sans cette option, le SRT contient les noms si les règles des sous-titres de la transcription le disent.
--fillers shown|hidden : hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : le choix fait sur la page).
--preset : règles des sous-titres : {presets}, ou un fichier (par défaut : celles de la transcription).
--translation : la traduction dans cette langue, saisie ou importée dans Parolo, au lieu du texte : NOM.CODE.EXT.
--all-languages : mp4, mkv avec une piste pour le texte et une pour chaque traduction.
--sheet : Word et PDF finissent par une page, WebVTT commence par une note, et JSON a un membre qui disent comment la
transcription a été faite.
--first-page : le document Word ou PDF commence par une page de garde : titre, date, durée et temps de parole.
--whole-text : le compte rendu (minutes, minutes-md, minutes-html) finit par le texte entier. Son modèle est celui de la page.
Options des fichiers (--offset, --encoding, --line-ends, --no-sound, …) : voir parolo convert --help.

parolo export --all [--format F[,F…]] [--with-recordings] [--out DOSSIER] [--overwrite] exporte tout : un dossier par enregistrement, avec
ses documents (docx, srt et json si --format ne dit pas autre chose) et, avec --with-recordings, son fichier tel qu’il a été importé.

parolo export [ENREGISTREMENT…] --to opensearch [--out DOSSIER] [--stdout] [--overwrite] écrit opensearch-0001.ndjson, … : toutes les
transcriptions, ou celles nommées, au format bulk d’OpenSearch et d’Elasticsearch, un document par paragraphe avec ses temps et son
intervenant·e.
`,
  convert: `Usage : parolo convert FICHIER… --format F[,F…] [options]

Convertit des sous-titres, transcriptions et textes sans l’enregistrement ni la bibliothèque. Les sous-titres restent
tels quels, sauf avec --preset. Lit {read}
(d’après le nom : {extensions} ; aussi le JSON de whisperX).
Un texte sans temps devient {untimed}.

  --format F[,F…]           {formats}
                            avec l’enregistrement : mp4, mkv (une piste de sous-titres : NOM.captions.mp4,
                            NOM.captions.mkv ; image et son sont copiés), burn (sous-titres incrustés dans l’image :
                            NOM.burned.mp4)
  --preset NOM|FICHIER      redécouper les sous-titres selon des règles : {presets}, ou un fichier
  --language CODE           langue (par défaut : celle du fichier, sinon détectée d’après ses mots)
  --names never|change|always   noms dans le texte SRT (par défaut : jamais ; avec les règles podcast : à chaque changement)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json
                            (par défaut : comme dans un .parolo.json, sinon shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : comme dans le .parolo.json,
                            sinon spoken)
  --translation CODE        d’un .parolo.json, la traduction dans cette langue : NOM.CODE.EXT
  --all-languages           d’un .parolo.json, pour mp4 et mkv : une piste pour le texte et une pour chaque traduction
  --offset SECONDES         décaler tous les temps ; plus tôt si négatif : --offset=-1.5
  --fps N                   images par seconde, pour {framed}
  --drop-frame yes|no       sauter des numéros d’image à 29,97 et 59,94, pour {dropped} (par défaut : yes)
  --encoding utf-8|utf-16|windows-1252   pour {encoded} ({encodedUnicode} : utf-16) ; ce qui y manque
                            devient ?
  --bom                     marque d’ordre des octets au début de l’UTF-8, pour {marked}
  --line-ends lf|crlf       fins de ligne (par défaut : lf)
  --word-times, --model-note, --speaker-colors, --no-places   pour vtt : le temps de chaque mot ; une note avec les
                            modèles qui ont fait le texte ; une couleur par voix ; sans positions
  --caption-box             pour ass et burn : un fond sombre derrière le texte au lieu d’un contour
  --no-sound                pour html : sans le son, que la page contient jusqu’à 3 heures environ (32 Mo)
  --media FICHIER           l’enregistrement, pour html, eaf, mp4, mkv et burn (par défaut : celui du même nom à côté de
                            FICHIER)
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --overwrite               remplacer des fichiers existants ; FICHIER et l’enregistrement ne sont jamais remplacés
  --progress auto|bar|json|none   de mp4, mkv et burn

Codes de sortie : 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interrompu.
Ce qui a été corrigé ou écarté est affiché.
`,
  check: `Usage : parolo check FICHIER [--preset NOM|FICHIER] [--language CODE] [--translation CODE] [--json] [--fix [--out DOSSIER] [--overwrite]]

Affiche les problèmes d’un fichier de sous-titres selon des règles : {presets} (par défaut : netflix), ou un fichier.

  --language CODE    langue (par défaut : celle du fichier, sinon détectée d’après ses mots)
  --translation CODE   d’un .parolo.json, la traduction dans cette langue, selon les règles de la transcription sauf avec
                     --preset ; pas avec --fix
  --json             {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix              écrire NOM.fixed.EXT à côté de FICHIER ou dans --out, avec ce que temps et coupes de ligne peuvent
                     corriger : aucun mot n’est supprimé ni changé ; les problèmes restants sont affichés
  --overwrite        remplacer un NOM.fixed.EXT existant

Codes de sortie : 0 aucun problème (restant), 1 problèmes, 2 utilisation incorrecte.
`,
  search: `Usage : parolo search MOTS [--data DOSSIER]…\n\nRecherche tous les mots dans les paragraphes, dans le titre, les étiquettes et la date des enregistrements, ainsi que les\nparagraphes des intervenant·es de ce nom ; des mots entre guillemets ('"vieil atelier"'), seulement ceux qui se suivent.\nAffiche l’enregistrement, le temps et l’intervenant·e.\nLa recherche porte aussi sur les bibliothèques listées par \`parolo libraries\` ; avec plusieurs --data, seulement sur celles\nqui sont nommées. Les meilleurs résultats de chacune viennent d’abord, et chaque ligne commence par sa bibliothèque. Celle qui\nne peut pas être lue est signalée, et le code de sortie est 1.\n`,
  delete: `Usage : parolo delete ENREGISTREMENT [--sound-only | --keep-backups] [--yes]
        parolo delete --damaged-copies [--yes]

ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier. Supprime définitivement ses
transcriptions, l’historique de ses modifications, son index de recherche, ses résultats stockés et l’audio préparé, ainsi
que ce qu’en contiennent les sauvegardes dans la bibliothèque ; une sauvegarde endommagée est supprimée. Une copie stockée
dans la bibliothèque est supprimée aussi ; un fichier hors de la bibliothèque est conservé.
Une suppression interrompue est terminée la prochaine fois qu’un programme ouvre la bibliothèque.

  --sound-only   supprimer définitivement le son et garder le texte, les moments et le compte rendu ; seulement si la
                 bibliothèque est seule à avoir le son (enregistré, envoyé ou copié) et si un texte est terminé
  --keep-backups laisser les sauvegardes de la bibliothèque telles quelles
  --damaged-copies
                 supprimer les bibliothèques endommagées conservées dans le dossier backups ; on ne peut pas y
                 supprimer d’enregistrement, et elles peuvent encore contenir ce qui a été supprimé
  --yes          ne rien demander

Dans un terminal, ce qui sera supprimé est listé et une confirmation est demandée ; ailleurs, aucune question.
Codes de sortie : 0 supprimé, 1 échec ou refus, 2 utilisation incorrecte.
`,
  backup: `Usage : parolo backup FICHIER [--passphrase] [--with-originals]

Sauvegarde la bibliothèque dans un nouveau fichier : sa base de données, les enregistrements qu’elle garde, ceux qui sont en
cours, et les textes à aligner. L’audio préparé et les modèles n’y sont pas : ils peuvent être refaits ou téléchargés de nouveau.
Chaque bloc du fichier porte sa preuve, si bien que restore remarque tout ce qui a été coupé ou modifié.

  --passphrase       chiffrer (AES-256, clé par scrypt) ; la phrase secrète est demandée, ou lue comme une ligne de
                     l’entrée standard. Sans elle, personne ne peut lire la sauvegarde.
  --with-originals   aussi les fichiers hors de la bibliothèque auxquels ses enregistrements renvoient

Codes de sortie : 0 sauvegardé, 1 échec, 2 utilisation incorrecte, 130 interrompu.
`,
  restore: `Usage : parolo restore FICHIER [--passphrase] [--replace]

Refait la bibliothèque d’une sauvegarde, dans le dossier de --data. Rien ne change tant que tout le FICHIER n’est pas vérifié. Fermez
d’abord les autres fenêtres et programmes Parolo sur cette bibliothèque. La bibliothèque garde désormais les fichiers venus avec --with-originals.

  --passphrase   demander la phrase secrète, ou la lire comme une ligne de l’entrée standard
  --replace      si la bibliothèque n’est pas vide : déplacer d’abord ce qu’elle contient dans son dossier backups/replaced-N

Codes de sortie : 0 restauré, 1 échec, 2 utilisation incorrecte, 130 interrompu.
`,
  move: `Usage : parolo move DOSSIER

Déplace la bibliothèque, avec tout ce que contient son dossier, vers DOSSIER, nouveau ou vide, même sur un autre disque. Elle y est
comparée avant que l’ancien dossier ne soit vidé ; une note y permet à tous les programmes de trouver la bibliothèque. Fermez d’abord
les autres fenêtres et programmes Parolo. Les enregistrements hors du dossier de la bibliothèque restent où ils sont.

Codes de sortie : 0 déplacée, 1 échec (la bibliothèque est comme avant), 2 utilisation incorrecte, 130 interrompu.
`,
  stats: `Usage : parolo stats ENREGISTREMENT|FICHIER.parolo.json [--format table|csv|json]

Affiche, pour chaque personne, temps de parole, part, prises de parole, la plus longue, mots et mots par minute ; puis
silence et chevauchements. Une pause de moins de 5 s ne termine pas une prise de parole, sauf si d’autres y parlent
1 s. Le temps de parole ne comprend pas les pauses.
ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.
`,
  sheet: `Usage : parolo sheet ENREGISTREMENT|FICHIER.parolo.json [--format text|json]

Affiche comment une transcription a été faite : ses modèles avec leurs fichiers, licences, données d’entraînement et
ouverture ; la langue et le nombre d’extraits qui s’accordent sur elle ; durée, mémoire, énergie, et ce qui a été envoyé
et reçu ; la part des mots qu’une personne a modifiés ou vérifiés ; les versions. L’énergie est mesurée là où le
processeur l’indique (Linux), sinon estimée, toujours avec une fourchette. Ce qui n’a pas été relevé, comme pour une
transcription importée, n’est pas affiché. ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier ; un
FICHIER n’a la durée, la mémoire et l’énergie que s’il a été exporté avec --sheet.
`,
  network: `Usage : parolo network [--json]

Affiche chaque connexion à un autre ordinateur, la plus récente d’abord, une par ligne, avec des tabulations : heure,
hôte, octets reçus et envoyés, objet, où vous l’avez demandée, comment elle a fini, adresse. Elle est inscrite avant
d’être établie : un programme tué la laisse comme « le programme s’est terminé avant la fin ». L’adresse et le titre de
ce qui a été supprimé depuis n’y sont plus. --json : le tout, avec les heures en UTC. La résolution des noms, que fait
votre système, n’y figure pas.
`,
  voices: voicesHelp.fr,
  models: modelsHelp.fr,
  archive: archiveHelp.fr,
  libraries: librariesHelp.fr,
  podcast: podcastHelp.fr,
  publish: publishHelp.fr,
  watch: watchHelp.fr,
  doctor: `Usage : parolo doctor\n\nAffiche les versions, ffmpeg, les modèles et leurs empreintes, les cœurs, l’espace libre, et les problèmes avec leurs solutions.\n`,
  add: `Usage : parolo add FICHIER…\n        parolo add --together FICHIER FICHIER… | --in-order FICHIER FICHIER… [--title TITRE] [--transcribe]\n\nImporte des enregistrements dans la bibliothèque sans les transcrire, et des transcriptions et sous-titres de tout\nformat qui a des temps, avec l’enregistrement du même nom à côté d’eux. Une page ouverte les affiche aussitôt.\n\n  --together       les fichiers sont une seule conversation, chacun d’une personne (Zoom, Riverside, Craig) : un\n                   enregistrement avec une piste par personne\n  --name NOM       qui parle, une fois par FICHIER dans leur ordre (par défaut : d’après les noms des fichiers)\n  --offset TEMPS   début de chaque FICHIER, une fois par FICHIER (par défaut : tous commencent ensemble)\n  --in-order       les fichiers se suivent : un seul enregistrement\n  --title TITRE    titre du nouvel enregistrement\n  --transcribe     puis le transcrire, toutes pistes comprises\n\nLes enregistrements réunis sont conservés dans la bibliothèque ; les fichiers restent tels quels.\n`,
  serve: `Usage : parolo serve [--port N] [--open]

Rend Parolo accessible dans votre navigateur, sur cet ordinateur uniquement, et affiche son adresse. Les tâches
inachevées reprennent.

  --port N    numéro de port (par défaut : le dernier de cette bibliothèque, sinon 27275, ou un port libre)
  --open      ouvrir aussi le navigateur

L’adresse contient un jeton, nouveau à chaque démarrage ; quiconque l’a peut utiliser la bibliothèque. Une page ouverte
avec lui garde son accès d’un démarrage à l’autre, jusqu’à 30 jours sans usage. PAROLO_TOKEN (22 caractères ou plus)
fixe un jeton qui reste le même.

Appuyez sur Ctrl-C pour l’arrêter ; les tâches en cours reprendront au prochain démarrage.
`,
}
