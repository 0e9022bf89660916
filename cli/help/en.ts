import { archiveHelp } from './archive.ts'
import { librariesHelp } from './libraries.ts'
import { modelsHelp } from './models.ts'
import { podcastHelp } from './podcast.ts'
import { publishHelp } from './publish.ts'
import { watchHelp } from './watch.ts'
import { voicesHelp } from './voices.ts'

export const help = {
  overview: `Parolo transcribes recordings, with speakers and captions, on this computer only.

Usage: parolo COMMAND [options]

  transcribe FILE…       create transcripts and captions
  record                 record microphones and other sound inputs into the library
  align MEDIA TEXT       give a text you have the times and speakers of its recording
  opinion RECORDING      recognize a recording again and list where the texts differ
  list                   list the recordings in the library
  show RECORDING         show a transcript as text
  export RECORDING       export a transcript in other formats
  convert FILE…          convert captions, transcripts and texts to other formats
  check FILE             list the problems of a caption file, and fix them
  search WORDS           search words, titles and speakers in the library
  libraries list|add FOLDER|remove FOLDER   other libraries that are searched together with this one
  add FILE…              import recordings into the library; an open page shows them at once
  archive plan|work|status|gather|retry   transcribe an archive on a cluster
  stats RECORDING|FILE   show speaking time by speaker
  sheet RECORDING|FILE   show how a transcript was made: models, time, memory, energy
  delete RECORDING       delete a recording from the library
  backup FILE            save the library to one file
  restore FILE           make the library of a backup
  move FOLDER            move the library to another folder or disk
  network                show every connection to another computer
  voices list|forget     show or forget the voices that you asked to remember
  models list|get ID|add PATH-OR-URL|remove ID|verify
  podcast add ADDRESS-OR-FILE|list|refresh|get EPISODE|remove
  publish RECORDING      write transcript and chapters for a podcast’s feed into a folder
  watch [FOLDER]         transcribe recordings that appear in a folder, and write captions beside them
  doctor                 check this installation
  serve                  open Parolo in your browser, on this computer only

Options for all commands: --data DIR (library folder, also PAROLO_HOME), --lang en|fr, --help, --version
See: parolo COMMAND --help
`,
  transcribe: `Usage: parolo transcribe FILE… [options]

FILE may also be the ID or title of a recording of the library.

  --language auto|en|fr|…   spoken language (auto: detected)
  --model ID                speech model (see: parolo models list; default: the one chosen for the language on the
                            page, also where the language is detected, else Whisper base)
  --voice-model ID          model that tells voices apart (role “embedding” in that list)
  --speakers auto|N         number of speakers (more reliable if you enter it)
  --quick                   one pass only; no second pass for unsure passages
  --glossary FILE           names and terms, one a line (term = sounds like, …): words that sound like one are
                            listed as places to check; the text is not changed
  --track N                 number of the audio track, from 1
  --tracks all              all audio tracks, each for itself: speakers by track, and what one microphone picks up of
                            another track is left out; the default for recordings that Parolo made of several
  --from TIME, --to TIME    transcribe only this part of each FILE: 75, 1:15, 1:15.5 or 1:02:03; times in the results
                            are those of the whole recording
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   speaker names in SRT text: when the speaker changes, or always (default: never)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json (default: shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: spoken)
  --preset NAME|FILE        rules of the captions: {presets}, or a file (default: netflix)
  --first-page              Word, PDF: add a cover page with title, date and speaking time
  --sheet                   Word, PDF (last page), WebVTT (note), JSON: how it was made (see: parolo sheet --help)
  --whole-text              minutes: with the whole text
  --offset, --fps, --drop-frame, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors,
  --no-places, --caption-box, --no-sound   options of the files: see parolo convert --help
  --out DIR                 folder for the results (default: the current one)
  --stdout                  print one format of one FILE instead of saving files
  --overwrite               replace files that this command did not create
  --progress auto|bar|json|none

If a command is stopped, run it again to resume.
Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted.
`,
  record: `Usage: parolo record [--out FILE] [--device NAME]… [--seconds N] [--language CODE] [--live-text] [--transcribe]
       parolo record --list

Records sound inputs of this computer, a track each, as a recording of the library. Ctrl-C stops it. What was recorded is
on disk within a second: if the program or the computer stops unexpectedly, the next command recovers the recording and
says so. Make sure that everyone present knows that they are recorded.

  --list           list the sound inputs: name and description; * marks the default
  --device NAME    name or description of an input (default: the system's); may be repeated
  --seconds N      stop after N seconds
  --out FILE       also save the sound as one WAV file, a channel for each device; an existing FILE is never overwritten
  --language auto|en|fr|…   spoken language (auto: detected)
  --live-text      show at the terminal what is said, some seconds later; transcriptions wait until the end. The text is
                   kept with the recording
  --transcribe     then transcribe the recording

A device that is unplugged is waited for; after some seconds the system's default takes its place. A disk that fills up
ends the recording and keeps what was recorded.
Exit codes: 0 recorded (also after Ctrl-C), 1 failed, or ended by a full disk, 2 incorrect usage.
`,
  align: `Usage: parolo align MEDIA TEXT [options]

Aligns TEXT ({texts} or captions of any format that convert reads) with the speech of MEDIA: transcribes MEDIA, or
uses its transcript if it was transcribed with the same settings, and gives the words of TEXT its times and speakers.
The wording of TEXT is kept, captions keep their breaks and times, and names such as ANNA: become speaker names. What was
not spoken and speech that TEXT does not contain are listed. The result is another transcript of the recording; the one
that was shown before stays the current one.

  --current                 make the result the current transcript of the recording

  --language auto|en|fr|…   spoken language (auto: detected)
  --model ID, --voice-model ID, --speakers auto|N, --quick, --track N, --tracks all, --from TIME, --to TIME
                            as for transcribe
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   speaker names in SRT text (default: never)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json (default: shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: spoken)
  --preset NAME|FILE        cut captions anew by rules: {presets}, or a file
  --first-page              Word, PDF: add a cover page with title, date and speaking time
  --sheet                   Word, PDF (last page), WebVTT (note), JSON: how it was made (see: parolo sheet --help)
  --whole-text              minutes: with the whole text
  --offset, --fps, --drop-frame, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors,
  --no-places, --caption-box, --no-sound   options of the files: see parolo convert --help
  --out DIR                 folder for the results, named like MEDIA (default: the current one)
  --stdout                  print one format instead of saving files
  --overwrite               replace files that this command did not create; TEXT and MEDIA are never overwritten
  --progress auto|bar|json|none

Exit codes: 0 all done, 1 failed, 2 incorrect usage, 130 interrupted.
`,
  opinion: `Usage: parolo opinion RECORDING [options]

Recognizes a recording of the library again and prints where the texts differ, a line each: time, present words, new
words, and whether you wrote or checked the present ones. The transcript is not changed. On the page they are in Details,
Second opinions.

  --model ID              speech model (see: parolo models list; default: that of the transcript)
  --language auto|en|fr|…   spoken language (default: that of the transcript)
  --careful               two passes everywhere
  --from TIME, --to TIME  only this part: 75, 1:15, 1:15.5 or 1:02:03
  --writing               also where only capitals and punctuation differ
  --accept                accept all new words, except where you wrote or checked the present ones; one step of undo
  --progress auto|bar|json|none
`,
  list: `Usage: parolo list [--limit N] [--after ID]\n\nOne line per recording, oldest first: ID, length, language, speakers, state, title.\n\n  --limit N    at most N recordings\n  --after ID   those after this one\n`,
  show: `Usage: parolo show RECORDING\n\nRECORDING is an ID (or its beginning), a title or a file.\n`,
  export: `Usage: parolo export RECORDING --format F[,F…] [--names never|change|always] [--fillers shown|hidden] [--numbers spoken|digits] [--preset NAME|FILE] [--translation CODE | --all-languages] [--first-page] [--sheet] [--whole-text] [--out DIR] [--stdout] [--overwrite]

RECORDING is an ID (or its beginning), a title or a file. Formats: {formats};
mp4, mkv, burn: the recording with its captions, as for convert.
--names: include speaker names in SRT text, when the speaker changes or always. Unnamed speakers are left out.
Without it, SRT has names if the transcript's caption rules say so.
--fillers shown|hidden: fillers, stutters and false starts in everything but .parolo.json (default: as chosen on the page).
--numbers spoken|digits: numbers, dates, times and units as they were said or in digits, likewise.
--preset: rules of the captions: {presets}, or a file (default: those of the transcript).
--translation: the translation into this language, as typed or imported in Parolo, instead of the text: NAME.CODE.EXT.
--all-languages: mp4, mkv with a track of the text and one of each translation.
--sheet: Word and PDF end with a page, WebVTT begins with a note, and JSON has a member that says how it was made.
--first-page: the Word or PDF document begins with a cover page: title, date, length and speaking time.
--whole-text: minutes (minutes, minutes-md, minutes-html) end with the whole text. Their template is the one of the page.
Options of the files (--offset, --encoding, --line-ends, --no-sound, …): see parolo convert --help.

parolo export --all [--format F[,F…]] [--with-recordings] [--out DIR] [--overwrite] exports everything: a folder for each recording, with
its documents (docx, srt and json unless --format says otherwise) and, with --with-recordings, its file as it was imported.

parolo export [RECORDING…] --to opensearch [--out DIR] [--stdout] [--overwrite] writes opensearch-0001.ndjson, …: all transcripts,
or those named, in the bulk format of OpenSearch and Elasticsearch, a document a paragraph with its times and speaker.
`,
  convert: `Usage: parolo convert FILE… --format F[,F…] [options]

Converts captions, transcripts and texts without the recording and without the library. Captions stay as they are unless
--preset is given. Reads {read}
(by name: {extensions}; also JSON of whisperX).
Text without times becomes {untimed}.

  --format F[,F…]           {formats}
                            with the recording: mp4, mkv (a captions track: NAME.captions.mp4, NAME.captions.mkv; picture
                            and sound are copied), burn (captions in the picture: NAME.burned.mp4)
  --preset NAME|FILE        cut captions anew by rules: {presets}, or a file
  --language CODE           language (default: the file's own, else detected from its words)
  --names never|change|always   speaker names in SRT text (default: never; with the podcast rules: change)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json
                            (default: as a .parolo.json has it, else shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: as a .parolo.json has it, else spoken)
  --translation CODE        of a .parolo.json, the translation into this language: NAME.CODE.EXT
  --all-languages           of a .parolo.json, for mp4 and mkv: a track of the text and one of each translation
  --offset SECONDS          all times later by this; earlier if negative: --offset=-1.5
  --fps N                   frames per second, for {framed}
  --drop-frame yes|no       leave out frame numbers at 29.97 and 59.94, for {dropped} (default: yes)
  --encoding utf-8|utf-16|windows-1252   for {encoded} ({encodedUnicode}: utf-16); what it lacks becomes ?
  --bom                     a byte order mark at the start of UTF-8, for {marked}
  --line-ends lf|crlf       how lines end (default: lf)
  --word-times, --model-note, --speaker-colors, --no-places   for vtt: the time of each word; a note with the models that
                            made the text; a color for each speaker; no positions
  --caption-box             for ass and burn: a dark box behind the text instead of an outline
  --no-sound                for html: without the sound, which the page carries up to about 3 hours (32 MB)
  --media FILE              the recording, for html, eaf, mp4, mkv and burn (default: the one of the same name beside FILE)
  --out DIR                 folder for the results (default: the current one)
  --overwrite               replace existing files; FILE and the recording are never overwritten
  --progress auto|bar|json|none   of mp4, mkv and burn

Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted. What was corrected or left out is printed.
`,
  check: `Usage: parolo check FILE [--preset NAME|FILE] [--language CODE] [--translation CODE] [--json] [--fix [--out DIR] [--overwrite]]

Lists the problems of a caption file by rules: {presets} (default: netflix), or a file.

  --language CODE    language (default: the file's own, else detected from its words)
  --translation CODE   of a .parolo.json, the translation into this language, by the transcript's own rules unless --preset
                     is given; not with --fix
  --json             {preset, cues, problems: [{cue, startMs, kind, value, limit}], byKind}
  --fix              write NAME.fixed.EXT beside FILE or into --out, with what times and line breaks can fix: no word is
                     dropped or changed; the problems that are left are listed
  --overwrite        replace an existing NAME.fixed.EXT

Exit codes: 0 no problems (left), 1 some, 2 incorrect usage.
`,
  search: `Usage: parolo search WORDS [--data DIR]…\n\nFinds all the words in paragraphs, in recordings’ titles, tags and dates, and the paragraphs of speakers with that name;\nof words in quotes ('"old workshop"') only those that follow one another.\nShows recording, time and speaker. The libraries listed by \`parolo libraries\` are searched too; with --data several times\nonly those named. With several libraries, the best results of each come first, and each line begins with its library.\nOne that cannot be searched is reported, and the exit code is 1.\n`,
  delete: `Usage: parolo delete RECORDING [--sound-only | --keep-backups] [--yes]
       parolo delete --damaged-copies [--yes]

RECORDING is an ID (or its beginning), a title or a file. Deletes its transcripts, undo
history, search entries, stored results and prepared audio for good, and what backups in the library hold of it; a damaged
backup is deleted. A copy stored in the library is deleted too; a file outside the library is kept.
An interrupted deletion is finished the next time any program opens the library.

  --sound-only   delete the sound for good and keep the text, moments and minutes; only where the library alone has the
                 sound (recorded, uploaded or copied), and once there is a finished text
  --keep-backups leave the library's backups as they are
  --damaged-copies
                 delete damaged libraries that are kept in the folder backups; recordings cannot be deleted inside them, so
                 they may still hold what was deleted
  --yes          do not ask

At a terminal what goes is listed and you are asked first; elsewhere there is no question.
Exit codes: 0 deleted, 1 failed or not wanted, 2 incorrect usage.
`,
  backup: `Usage: parolo backup FILE [--passphrase] [--with-originals]

Saves the library to one new file: its database, the recordings that it keeps, those that are being made, and texts to align.
Prepared audio and models are left out, as they can be made or downloaded again. Every block of the file is proven, so that
restore finds whatever was cut or changed.

  --passphrase       encrypt it (AES-256, key by scrypt); the passphrase is asked for, or read as a line of the standard
                     input. Without the passphrase nobody can read the backup.
  --with-originals   also the files outside the library that its recordings refer to

Exit codes: 0 saved, 1 failed, 2 incorrect usage, 130 interrupted.
`,
  restore: `Usage: parolo restore FILE [--passphrase] [--replace]

Makes the library of a backup, in the folder of --data. Nothing is changed unless the whole FILE is proven. Close other
windows and programs of Parolo on that library first. Files that came along with --with-originals are kept by the library from then on.

  --passphrase   ask for the passphrase, or read it as a line of the standard input
  --replace      where the library is not empty: first move what is in it to its folder backups/replaced-N

Exit codes: 0 restored, 1 failed, 2 incorrect usage, 130 interrupted.
`,
  move: `Usage: parolo move FOLDER

Moves the library, with everything in its folder, to FOLDER, which is new or empty, also on another disk. It is compared there before the
former folder is emptied; a note in that one lets every program find the library from then on. Close other windows and programs of
Parolo first. Recordings outside the library's folder stay where they are.

Exit codes: 0 moved, 1 failed (the library is as before), 2 incorrect usage, 130 interrupted.
`,
  stats: `Usage: parolo stats RECORDING|FILE.parolo.json [--format table|csv|json]

Shows speaking time, share, turns, longest turn, words and words per minute of each speaker; silence and overlaps. A
pause under 5 s does not end a turn, unless others speak for 1 s in it. Speaking time does not include pauses.
RECORDING is an ID (or its beginning), a title or a file.
`,
  sheet: `Usage: parolo sheet RECORDING|FILE.parolo.json [--format text|json]

Shows how a transcript was made: its models with their files, licenses, training data and openness; the language and
how many samples agreed on it; time, memory, energy, and what was sent and received; how many words a person changed
or checked; versions. Energy is measured where the processor tells it (Linux), else estimated; both have a range.
What was not recorded, as for imported transcripts, is left out. RECORDING is an ID (or its beginning), a title or a
file; a FILE has the time, memory and energy only if it was exported with --sheet.
`,
  network: `Usage: parolo network [--json]

Shows every connection to another computer, newest first, a line each, with tabs between: time, host, bytes received and
sent, what it was for, where you asked for it, how it ended, address. It is listed before it is made, so that a program
that was killed leaves it as “the program ended before it was over”. Address and title of what was deleted since are
gone. --json: all of it, with times in UTC. Lookups of names, which your system does, are not listed.
`,
  voices: voicesHelp.en,
  models: modelsHelp.en,
  archive: archiveHelp.en,
  libraries: librariesHelp.en,
  podcast: podcastHelp.en,
  publish: publishHelp.en,
  watch: watchHelp.en,
  doctor: `Usage: parolo doctor\n\nPrints versions, ffmpeg, models with their hashes, cores, free space, and any problems with their solutions.\n`,
  add: `Usage: parolo add FILE…\n       parolo add --together FILE FILE… | --in-order FILE FILE… [--title TITLE] [--transcribe]\n\nImports recordings into the library without transcribing them, and transcripts and captions of any format that has times,\nwith the recording of the same name beside them. An open page shows them at once.\n\n  --together       the files are one conversation, each of one person (Zoom, Riverside, Craig): one recording with a track\n                   for each\n  --name NAME      who speaks, once for each FILE in their order (default: from the files' names)\n  --offset TIME    when each FILE begins, once for each FILE (default: all begin together)\n  --in-order       the files follow one another: one recording\n  --title TITLE    title of the new recording\n  --transcribe     then transcribe it, all its tracks\n\nJoined recordings are kept in the library; the files stay as they are.\n`,
  serve: `Usage: parolo serve [--port N] [--open]

Makes Parolo available in your browser, on this computer only, and prints its address. Unfinished tasks resume.

  --port N    port number (default: this library’s last one, else 27275, or any free port)
  --open      also open the browser

The address holds a token, which is new at each start; whoever has it can use the library. A page that was opened with it
keeps its access over restarts, until it has not been used for 30 days. PAROLO_TOKEN (22 characters or more) sets a fixed
token.

Press Ctrl-C to stop it; running tasks resume at the next start.
`,
} as const

export type HelpTopic = keyof typeof help
