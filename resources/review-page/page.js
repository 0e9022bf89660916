(function() {
	// core/notation/clock.ts
	var pad = (value) => String(value).padStart(2, "0");
	/** `0:02:03`, with hours, for a heading. */
	function readableTime(ms) {
		const seconds = Math.max(0, Math.floor(ms / 1e3));
		return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
	}
	// renderer/review-page/draft.ts
	/** Each text, comment, place and name has its own item: a key costs little, and two windows lose nothing of each other. */
	function createDraftStore(window, review) {
		const prefix = `parolo-review ${review} `;
		const storage = storageOf(window);
		let items = read(storage, prefix);
		let draft = draftOf(items);
		const unstored = /* @__PURE__ */ new Set();
		const listeners = [];
		const others = [];
		const store = (name) => {
			if (storage === null) return;
			const value = items.get(name);
			try {
				if (value === void 0) storage.removeItem(prefix + name);
				else storage.setItem(prefix + name, JSON.stringify(value));
				unstored.delete(name);
			} catch (error) {
				unstored.add(name);
				console.warn(error);
			}
		};
		window.addEventListener("storage", ({ key, newValue }) => {
			if (key === null || !key.startsWith(prefix)) return;
			const before = draft;
			const name = key.slice(prefix.length);
			const value = newValue === null ? void 0 : parsed(newValue);
			const changed = new Map(items);
			if (value === void 0) changed.delete(name);
			else changed.set(name, value);
			items = changed;
			unstored.delete(name);
			draft = draftOf(items);
			for (const listener of others) listener(before);
		});
		return {
			get draft() {
				return draft;
			},
			get isKept() {
				return storage !== null && unstored.size === 0;
			},
			change(changes) {
				const before = items;
				draft = {
					...draft,
					...changes
				};
				items = itemsOf(draft);
				const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...items.keys()])].filter((name) => before.get(name) !== items.get(name));
				for (const name of /* @__PURE__ */ new Set([...unstored, ...changed])) store(name);
				for (const listener of listeners) listener();
			},
			onChange: (listener) => listeners.push(listener),
			onOther: (listener) => others.push(listener)
		};
	}
	var recordNames = [
		"texts",
		"comments",
		"voices"
	];
	function itemsOf(draft) {
		const items = /* @__PURE__ */ new Map();
		for (const name of ["reviewer", "language"]) if (draft[name] !== null) items.set(name, draft[name]);
		for (const name of recordNames) for (const [index, text] of Object.entries(draft[name])) items.set(`${name} ${index}`, text);
		for (const place of draft.right) items.set(`right ${place}`, true);
		return items;
	}
	function draftOf(items) {
		const record = (name) => {
			const own = [...items].filter(([item]) => item.startsWith(`${name} `));
			return Object.fromEntries(own.map(([item, value]) => [item.slice(name.length + 1), String(value)]));
		};
		const language = items.get("language");
		return {
			reviewer: items.has("reviewer") ? String(items.get("reviewer")) : null,
			language: language === "en" || language === "fr" ? language : null,
			texts: record("texts"),
			comments: record("comments"),
			right: Object.keys(record("right")).map(Number).toSorted((a, b) => a - b),
			voices: record("voices")
		};
	}
	/** Null where a browser keeps nothing for files. */
	function storageOf(window) {
		try {
			const { localStorage } = window;
			localStorage.setItem("parolo-review", "");
			localStorage.removeItem("parolo-review");
			return localStorage;
		} catch (error) {
			console.warn(error);
			return null;
		}
	}
	function read(storage, prefix) {
		const items = /* @__PURE__ */ new Map();
		if (storage === null) return items;
		for (let index = 0; index < storage.length; index += 1) {
			const key = storage.key(index) ?? "";
			if (!key.startsWith(prefix)) continue;
			const value = parsed(storage.getItem(key) ?? "");
			if (value !== void 0) items.set(key.slice(prefix.length), value);
		}
		return items;
	}
	/** Undefined for what is cut off: only this page writes it. */
	function parsed(stored) {
		try {
			return JSON.parse(stored);
		} catch (error) {
			console.warn(error);
			return;
		}
	}
	// renderer/review-page/page-data.ts
	function readPage(document) {
		const data = JSON.parse(byId(document, "review").textContent ?? "");
		const elements = [...document.querySelectorAll("main .par")];
		const originals = /* @__PURE__ */ new Map();
		const places = /* @__PURE__ */ new Map();
		for (const [index, place] of data.places.entries()) {
			const own = places.get(place.paragraph) ?? [];
			places.set(place.paragraph, [...own, [index, place]]);
		}
		const paragraphOf = (index) => {
			const element = elements[index];
			if (element === void 0) throw new Error(`no paragraph ${index}`);
			return element;
		};
		return {
			data,
			paragraphOf,
			placesOf: (paragraph) => places.get(paragraph) ?? [],
			originalOf: (index) => {
				const known = originals.get(index) ?? textElement(paragraphOf(index)).textContent ?? "";
				originals.set(index, known);
				return known;
			}
		};
	}
	/** The element with a paragraph's text. */
	function textElement(paragraph) {
		const element = paragraph.querySelector(":scope > p");
		if (element === null) throw new Error("a paragraph without text");
		return element;
	}
	function byId(document, id) {
		const element = document.getElementById(id);
		if (element === null) throw new Error(`no element ${id}`);
		return element;
	}
	/** Null where the page lacks it: a page without sound has no player. */
	var optional = (document, id) => document.getElementById(id);
	// renderer/review-page/editor.ts
	function createEditor(page, state, texts, events) {
		let opened = null;
		const close = () => {
			if (opened === null) return;
			const { paragraph, form } = opened;
			opened = null;
			const hadFocus = form.contains(form.ownerDocument.activeElement);
			form.remove();
			const element = page.paragraphOf(paragraph);
			setShown(element, true);
			events.onClose(paragraph);
			if (hadFocus) element.querySelector(".pen")?.focus();
		};
		const open = (paragraph, { caret, place } = {}) => {
			if (opened?.paragraph !== paragraph) {
				close();
				const element = page.paragraphOf(paragraph);
				const form = editorForm(page, state, texts, events, paragraph, close);
				setShown(element, false);
				element.append(form);
				opened = {
					paragraph,
					form
				};
			}
			const text = opened.form.querySelector("textarea.text");
			const at = place === void 0 ? null : state.placeNow(place);
			opened.form.scrollIntoView({ block: "nearest" });
			text?.focus();
			if (at !== null) text?.setSelectionRange(at.from, at.to);
			else if (caret !== void 0) text?.setSelectionRange(caret, caret);
		};
		return {
			open,
			close,
			paragraph: () => opened?.paragraph ?? null
		};
	}
	function setShown(paragraph, isShown) {
		const remark = paragraph.querySelector(".remark");
		const pen = paragraph.querySelector(".pen");
		for (const element of [
			textElement(paragraph),
			remark,
			pen
		]) if (element !== null) element.hidden = !isShown;
	}
	function editorForm(page, state, texts, events, paragraph, close) {
		const { ownerDocument: document } = page.paragraphOf(paragraph);
		const form = document.createElement("div");
		form.className = "editor";
		form.lang = texts.language;
		const text = field(document, texts, "text", state.textOf(paragraph));
		text.area.className = "text";
		text.area.lang = document.querySelector("main")?.lang ?? "";
		const comment = field(document, texts, "comment", state.commentOf(paragraph));
		const places = document.createElement("ul");
		const showPlaces = () => {
			const lines = page.placesOf(paragraph).map(([place]) => placeLine(document, page, state, texts, place));
			places.replaceChildren(...lines.filter((line) => line !== null));
			places.hidden = places.childElementCount === 0;
		};
		showPlaces();
		text.area.addEventListener("input", () => {
			const before = places.childElementCount;
			state.setText(paragraph, text.area.value);
			if (page.placesOf(paragraph).filter(([place]) => state.placeNow(place) !== null).length !== before) showPlaces();
			fit(text.area);
			events.onChange(paragraph);
		});
		comment.area.addEventListener("input", () => {
			state.setComment(paragraph, comment.area.value);
			fit(comment.area);
			events.onChange(paragraph);
		});
		places.addEventListener("click", ({ target }) => {
			const button = target instanceof Element ? target.closest("button") : null;
			const place = Number(button?.dataset.of);
			if (button === null) return;
			if (button.dataset.t === "place.hear") events.onHearPlace(place);
			else {
				state.setRight(place, !state.isRight(place));
				button.setAttribute("aria-pressed", String(state.isRight(place)));
				events.onChange(paragraph);
			}
		});
		const row = document.createElement("p");
		row.className = "row";
		row.append(action(document, texts, "done", close, "main"), action(document, texts, "hear", () => events.onHear(paragraph), "line"), action(document, texts, "restore", () => {
			text.area.value = page.originalOf(paragraph);
			text.area.dispatchEvent(new Event("input"));
			text.area.focus();
		}, "line"));
		form.append(places, text.label, comment.label, row);
		queueMicrotask(() => {
			fit(text.area);
			fit(comment.area);
		});
		return form;
	}
	function placeLine(document, page, state, texts, place) {
		const kind = page.data.places[place]?.kind;
		const at = state.placeNow(place);
		if (kind === void 0 || at === null) return null;
		const line = document.createElement("li");
		const said = document.createElement("span");
		const paragraph = page.data.places[place]?.paragraph ?? 0;
		texts.write(said, `place.${kind}`, { words: state.textOf(paragraph).slice(at.from, at.to) });
		const buttons = document.createElement("span");
		buttons.className = "row";
		for (const key of ["place.hear", "place.right"]) {
			if (key === "place.hear" && page.data.sound === null) continue;
			const button = action(document, texts, key, () => void 0, "line");
			button.dataset.of = String(place);
			if (key === "place.right") button.setAttribute("aria-pressed", String(state.isRight(place)));
			buttons.append(button);
		}
		line.append(said, buttons);
		return line;
	}
	function field(document, texts, key, value) {
		const label = document.createElement("label");
		const name = document.createElement("span");
		texts.write(name, key);
		const area = document.createElement("textarea");
		area.rows = 1;
		area.value = value;
		area.maxLength = 5e4;
		label.append(name, area);
		return {
			label,
			area
		};
	}
	function action(document, texts, key, run, look) {
		const button = document.createElement("button");
		button.type = "button";
		button.className = look;
		texts.write(button, key);
		button.addEventListener("click", run);
		return button;
	}
	/** As high as its text; browsers with `field-sizing` do it themselves, without a layout for each key. */
	function fit(area) {
		if (globalThis.CSS?.supports("field-sizing", "content")) return;
		area.style.height = "auto";
		area.style.height = `${area.scrollHeight + 2}px`;
	}
	// renderer/review-page/page-texts.ts
	function createTexts(document, { texts, language: first }) {
		let language = first;
		const fill = (element) => {
			const { t, ...values } = element.dataset;
			element.textContent = texts[language][t].replaceAll(/\{(\w+)\}/gu, (all, name) => values[name] ?? all);
		};
		return {
			get language() {
				return language;
			},
			write(element, key, values = {}) {
				element.dataset.t = key;
				for (const [name, value] of Object.entries(values)) element.dataset[name] = String(value);
				fill(element);
			},
			change(next) {
				language = next;
				document.documentElement.lang = next;
				document.documentElement.style.setProperty("--correct", JSON.stringify(texts[next].correct));
				for (const element of document.querySelectorAll(".editor")) element.lang = next;
				for (const element of document.querySelectorAll("[data-t]")) fill(element);
				for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", texts[next][element.dataset.label]);
			}
		};
	}
	// renderer/review-page/place-keys.ts
	/** Buttons and keys that go from place to place. */
	function wirePlaceKeys(document, wired) {
		const { page, state, editor, player, hearPlace, hearParagraph, showProgress } = wired;
		const { places } = page.data;
		let last = null;
		const open = (place) => {
			last = place;
			editor.open(places[place]?.paragraph ?? 0, { place });
			hearPlace(place);
		};
		/** The next that is not done, from the last one opened on; all are done: the next one. */
		const go = (step) => {
			const count = places.length;
			if (count === 0) return;
			const from = last ?? (step === 1 ? -1 : 0);
			const order = Array.from({ length: count }, (_, turn) => (from + step * (turn + 1) + count * 2) % count);
			open(order.find((place) => !state.isDone(place)) ?? order[0] ?? 0);
		};
		optional(document, "next")?.addEventListener("click", () => go(1));
		optional(document, "previous")?.addEventListener("click", () => go(-1));
		const accept = () => {
			const paragraph = editor.paragraph();
			if (paragraph === null) return;
			const isOpen = last !== null && places[last]?.paragraph === paragraph;
			if (isOpen && last !== null && state.placeNow(last) !== null) state.setRight(last, true);
			editor.close();
			showProgress();
			if (isOpen && state.doneCount() < places.length) go(1);
		};
		const hear = () => {
			const paragraph = editor.paragraph();
			if (player === null) return;
			if (player.isPlaying()) player.toggle();
			else if (paragraph === null) player.toggle();
			else if (last !== null && places[last]?.paragraph === paragraph) hearPlace(last);
			else hearParagraph(paragraph);
		};
		document.addEventListener("keydown", (event) => {
			const { key, target } = event;
			const place = target instanceof HTMLElement ? target.dataset.place : void 0;
			const run = key === "F8" ? () => go(event.shiftKey ? -1 : 1) : key === "F9" ? hear : key === "Escape" && editor.paragraph() !== null ? editor.close : key === "Enter" && (event.ctrlKey || event.metaKey) ? accept : (key === "Enter" || key === " ") && place !== void 0 ? () => open(Number(place)) : null;
			if (run === null || event.isComposing) return;
			if (document.querySelector("dialog[open]") !== null) return;
			event.preventDefault();
			run();
		});
		return { open };
	}
	// renderer/review-page/embedded-sound.ts
	/** Characters that are decoded at once, in a few ms also on a slow phone: a multiple of four. */
	var PIECE = 16384;
	/** The longest wait for a moment without keys, in ms. */
	var IDLE_MS = 500;
	/** As much of such a moment is left for what comes next, in ms. */
	var LEFT_MS = 8;
	/** The sound at the end of the page as an address; decoded bit by bit, so that the page answers meanwhile. */
	async function embeddedSound(window, type) {
		const { document } = window;
		if (document.readyState === "loading") await new Promise((resolve) => {
			document.addEventListener("DOMContentLoaded", resolve, { once: true });
		});
		const element = document.getElementById("sound");
		const base64 = element?.textContent ?? "";
		const pieces = [];
		for (let at = 0; at < base64.length;) {
			const hasTime = await idle(window);
			do {
				pieces.push(new Blob([bytesOf(base64.slice(at, at + PIECE))]));
				at += PIECE;
			} while (at < base64.length && hasTime());
		}
		element?.remove();
		return URL.createObjectURL(new Blob(pieces, { type }));
	}
	/** Waits until the page has nothing else to do; returns whether that is so still. */
	function idle(window) {
		const { requestIdleCallback } = window;
		return new Promise((resolve) => {
			if (requestIdleCallback === void 0) window.setTimeout(() => resolve(() => false), 4);
			else window.requestIdleCallback((deadline) => resolve(() => deadline.timeRemaining() > LEFT_MS), { timeout: IDLE_MS });
		});
	}
	function bytesOf(base64) {
		const { fromBase64 } = Uint8Array;
		if (fromBase64 !== void 0) return fromBase64.call(Uint8Array, base64);
		const text = atob(base64);
		const bytes = new Uint8Array(text.length);
		for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
		return bytes;
	}
	// renderer/review-page/recording-clock.ts
	function createClock({ spans }) {
		let total = 0;
		const stretches = spans.map(([startMs, endMs]) => {
			const atMs = total;
			total += endMs - startMs;
			return {
				startMs,
				endMs,
				atMs
			};
		});
		const last = stretches.at(-1);
		const around = (recordingMs) => stretches.find(({ endMs }) => endMs > recordingMs) ?? last ?? {
			startMs: 0,
			endMs: 0,
			atMs: 0
		};
		return {
			heardFrom(fromMs, beforeMs) {
				const stretch = stretches.find(({ endMs }) => endMs > fromMs);
				return stretch === void 0 || stretch.startMs >= beforeMs ? null : Math.max(fromMs, stretch.startMs);
			},
			inSound(recordingMs) {
				const { startMs, atMs } = around(recordingMs);
				return atMs + Math.max(0, recordingMs - startMs);
			},
			inRecording(soundMs) {
				const { startMs, atMs } = stretches.findLast((stretch) => stretch.atMs <= soundMs) ?? around(0);
				return startMs + soundMs - atMs;
			},
			stretchEnd: (recordingMs) => around(recordingMs).endMs
		};
	}
	// renderer/review-page/player.ts
	/** Plays the sound of the page; null for a page without. */
	function createPlayer(window, sound, events) {
		if (sound === null) return null;
		const clock = createClock(sound);
		const audio = window.document.createElement("audio");
		let stopMs = null;
		const fail = (error) => {
			console.warn(error);
			events.onUnplayable();
		};
		const address = embeddedSound(window, sound.type).then((url) => {
			audio.src = url;
		});
		address.catch(fail);
		const start = () => {
			address.then(() => audio.play()).catch((error) => {
				if (!(error instanceof DOMException && error.name === "AbortError")) fail(error);
			});
		};
		const now = () => clock.inRecording(audio.currentTime * 1e3);
		const playFrom = (fromMs, toMs) => {
			const heard = clock.heardFrom(fromMs, toMs ?? Infinity);
			if (heard === null) return;
			const end = toMs ?? (sound.isAroundPlaces ? clock.stretchEnd(heard) : null);
			address.then(() => {
				audio.currentTime = clock.inSound(heard) / 1e3;
				stopMs = end === null ? null : clock.inSound(end);
				start();
			}).catch(fail);
		};
		audio.addEventListener("timeupdate", () => {
			if (stopMs !== null && audio.currentTime * 1e3 >= stopMs) {
				stopMs = null;
				audio.pause();
			}
			events.onTime(now());
		});
		for (const name of [
			"play",
			"pause",
			"ended"
		]) audio.addEventListener(name, () => events.onPlaying(!audio.paused && !audio.ended));
		audio.addEventListener("error", () => fail(audio.error));
		return {
			play: playFrom,
			toggle() {
				if (audio.paused) {
					stopMs = null;
					start();
				} else audio.pause();
			},
			back(ms) {
				audio.currentTime = Math.max(0, audio.currentTime - ms / 1e3);
			},
			setSpeed(speed) {
				audio.playbackRate = speed;
				audio.defaultPlaybackRate = speed;
			},
			isPlaying: () => !audio.paused
		};
	}
	// renderer/review-page/changed-middle.ts
	function changedMiddle(before, now) {
		if (before === now) return null;
		const most = Math.min(before.length, now.length);
		let from = 0;
		while (from < most && before[from] === now[from]) from += 1;
		while (from > 0 && !isSpace(before[from - 1])) from -= 1;
		let same = 0;
		while (same < most - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
		const isWhole = () => isEdge(before, before.length - same) && isEdge(now, now.length - same);
		while (same > 0 && !isWhole()) same -= 1;
		return {
			from,
			to: before.length - same,
			nowTo: now.length - same
		};
	}
	/** Whether a word begins or ends there. */
	var isEdge = (text, at) => at === 0 || isSpace(text[at - 1]) || isSpace(text[at]);
	var isSpace = (letter) => letter !== void 0 && /\s/u.test(letter);
	// renderer/review-page/review-state.ts
	function createState({ data, originalOf }, store) {
		const without = (record, index) => {
			const { [index]: _gone, ...others } = record;
			return others;
		};
		const textOf = (paragraph) => store.draft.texts[paragraph] ?? originalOf(paragraph);
		const placeNow = (index) => {
			const place = data.places[index];
			if (place === void 0) return null;
			const { from, to, paragraph } = place;
			const text = store.draft.texts[paragraph];
			const middle = text === void 0 ? null : changedMiddle(originalOf(paragraph), text);
			if (middle === null || to <= middle.from) return {
				from,
				to
			};
			const moved = middle.nowTo - middle.to;
			return from >= middle.to ? {
				from: from + moved,
				to: to + moved
			} : null;
		};
		const isRight = (place) => store.draft.right.includes(place);
		const isDone = (place) => isRight(place) || placeNow(place) === null;
		return {
			textOf,
			setText(paragraph, text) {
				const { texts } = store.draft;
				const isSame = text === originalOf(paragraph);
				store.change({ texts: isSame ? without(texts, paragraph) : {
					...texts,
					[paragraph]: text
				} });
			},
			commentOf: (paragraph) => store.draft.comments[paragraph] ?? "",
			setComment(paragraph, comment) {
				const { comments } = store.draft;
				store.change({ comments: comment.trim() === "" ? without(comments, paragraph) : {
					...comments,
					[paragraph]: comment
				} });
			},
			placeNow,
			isRight,
			setRight(place, right) {
				const others = store.draft.right.filter((each) => each !== place);
				store.change({ right: right ? [...others, place] : others });
			},
			isDone,
			doneCount: () => data.places.reduce((count, _, place) => count + (isDone(place) ? 1 : 0), 0)
		};
	}
	// core/notation/utf8-length.ts
	/** Length of a text in UTF-8, in bytes. */
	function utf8Length(text) {
		let bytes = 0;
		for (const character of text) {
			const code = character.codePointAt(0) ?? 0;
			bytes += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
		}
		return bytes;
	}
	// core/formats/legal-file-name.ts
	/** Most file systems allow 255 bytes; the rest is reserved for a folder, a number and a `.part` suffix. */
	var MAX_BYTES = 120;
	/** Names that Windows reserves for devices, with any extension (Microsoft, Naming Files, Paths, and Namespaces). */
	var reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu;
	var forbidden = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu;
	/**
	* A file name that is valid on every system, as close to `name` as possible, ending in `extension` (`.srt`).
	* `otherwise` is used when no character of the name is left.
	*/
	function legalFileName(name, extension, otherwise) {
		const room = MAX_BYTES - utf8Length(extension);
		const wanted = trimmed(readable(name.toWellFormed().normalize("NFC")).replaceAll(forbidden, "-"));
		const legal = wanted === "" ? otherwise : wanted;
		return shortened(reserved.test(legal.split(".")[0]?.trim() ?? "") ? `_${legal}` : legal, room) + extension;
	}
	/** `#12: "Who?" he asked` as `#12 - 'Who' he asked`. */
	var readable = (name) => name.replaceAll("\"", "'").replaceAll(/\?+(?=[\s'’”»)\]]|$)/gu, "").replaceAll(/:(?=\s)/gu, " -");
	/**
	* No whitespace, dot or hyphen at either end: Windows drops trailing spaces and dots, and a leading dot hides a file.
	*/
	function trimmed(name) {
		return name.replaceAll(/\s+/gu, " ").replace(/^[\s.-]+/u, "").replace(/[\s.-]+$/u, "");
	}
	/** Cuts between grapheme clusters. */
	function shortened(name, room) {
		if (utf8Length(name) <= room) return name;
		let short = "";
		let bytes = 0;
		for (const { segment } of new Intl.Segmenter().segment(name)) {
			bytes += utf8Length(segment);
			if (bytes > room) break;
			short += segment;
		}
		return trimmed(short) === "" ? "_" : trimmed(short);
	}
	// core/review/review-answer.ts
	/** The end of an answer's file name. */
	var ANSWER_ENDING = ".parolo-review.json";
	// renderer/review-page/make-answer.ts
	/** What a person wrote in the page, as it is sent back. */
	function makeAnswer({ data, originalOf }, state, draft, { reviewer, answered }) {
		const numbers = (record) => Object.keys(record).map(Number).filter((index) => data.paragraphs[index] !== void 0).toSorted((a, b) => a - b);
		return {
			format: "parolo-review",
			version: 1,
			review: data.review,
			transcript: data.transcript,
			title: data.title,
			reviewer,
			answered,
			paragraphs: numbers(draft.texts).flatMap((index) => {
				const paragraph = data.paragraphs[index];
				if (paragraph === void 0) return [];
				return [{
					id: paragraph.id,
					words: wordsOf(paragraph, originalOf(index)),
					text: state.textOf(index)
				}];
			}),
			right: draft.right.flatMap((index) => {
				const place = data.places[index];
				const paragraph = data.paragraphs[place?.paragraph ?? -1];
				if (place === void 0 || paragraph === void 0 || state.placeNow(index) === null) return [];
				const words = wordsOf(paragraph, originalOf(place.paragraph));
				const from = words.findIndex(([id]) => id === place.fromWordId);
				const to = words.findIndex(([id]) => id === place.toWordId);
				return [{ words: words.slice(from, to < 0 ? words.length : to + 1) }];
			}),
			comments: numbers(draft.comments).map((index) => {
				const ids = data.paragraphs[index]?.ids ?? [];
				return {
					fromWordId: ids[0] ?? "",
					toWordId: ids.at(-1) ?? "",
					text: state.commentOf(index).trim()
				};
			}),
			voices: data.voices.flatMap(({ id, name, label }, index) => {
				const typed = draft.voices[index]?.trim() ?? "";
				return typed === "" || typed === name ? [] : [{
					id,
					was: label,
					name: typed
				}];
			})
		};
	}
	var isEmptyAnswer = ({ paragraphs, right, comments, voices }) => paragraphs.length + right.length + comments.length + voices.length === 0;
	var answerFileName = ({ title, reviewer }) => legalFileName(`${title} - ${reviewer}`, ANSWER_ENDING, "review");
	function wordsOf({ ids, lengths }, text) {
		let at = 0;
		return ids.map((id, index) => {
			const start = at + (lengths[2 * index] ?? 0);
			const before = text.slice(at, start);
			at = start + (lengths[2 * index + 1] ?? 0);
			return [
				id,
				before,
				text.slice(start, at)
			];
		});
	}
	// renderer/review-page/send-dialog.ts
	/** The dialog that saves an answer as a file, or copies it as text. */
	function wireSendDialog(window, page, state, store, texts) {
		const { document } = window;
		const dialog = byId(document, "send");
		const name = byId(document, "reviewer");
		const said = byId(document, "send-state");
		const area = byId(document, "send-text");
		const answer = () => makeAnswer(page, state, store.draft, {
			reviewer: name.value.trim(),
			answered: (/* @__PURE__ */ new Date()).toISOString()
		});
		const showCount = () => {
			const { paragraphs, right, comments, voices } = answer();
			const counts = {
				changes: paragraphs.length,
				right: right.length,
				comments: comments.length
			};
			texts.write(byId(document, "send-count"), "send.count", {
				...counts,
				names: voices.length
			});
		};
		/** Null, and says why, if it cannot be sent. */
		const ready = () => {
			const made = answer();
			const lacks = made.reviewer === "" ? "send.name.missing" : isEmptyAnswer(made) ? "send.nothing" : null;
			if (lacks === null) return made;
			texts.write(said, lacks);
			if (lacks === "send.name.missing") name.focus();
			return null;
		};
		name.value = store.draft.reviewer ?? name.value;
		name.addEventListener("input", () => store.change({ reviewer: name.value }));
		byId(document, "open-send").addEventListener("click", () => {
			delete said.dataset.t;
			said.textContent = "";
			area.hidden = true;
			showCount();
			dialog.showModal();
		});
		byId(document, "close-send").addEventListener("click", () => dialog.close());
		byId(document, "save").addEventListener("click", () => {
			const made = ready();
			if (made === null) return;
			const file = answerFileName(made);
			download(document, file, textOf(made));
			texts.write(said, "send.saved", { file });
		});
		byId(document, "copy").addEventListener("click", () => {
			const made = ready();
			if (made === null) return;
			area.value = textOf(made);
			area.hidden = false;
			copy(window, area).then((isCopied) => texts.write(said, isCopied ? "send.copied" : "send.copy.self"), (error) => {
				console.warn(error);
				texts.write(said, "send.copy.self");
			});
		});
	}
	var textOf = (answer) => `${JSON.stringify(answer)}\n`;
	function download(document, file, text) {
		const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
		const link = document.createElement("a");
		link.href = url;
		link.download = file;
		link.click();
		setTimeout(() => URL.revokeObjectURL(url), 6e4);
	}
	/** Also where a page from a file may not use the clipboard; false: the person has to copy it. */
	async function copy({ navigator, document }, area) {
		area.focus();
		area.select();
		const { clipboard } = navigator;
		if (clipboard === void 0) return document.execCommand("copy");
		await clipboard.writeText(area.value);
		return true;
	}
	// renderer/review-page/show-paragraph.ts
	/** Shows a paragraph as it is now: its words, places, what was changed, and the comment below it. */
	function showParagraph(page, state, index) {
		const paragraph = page.paragraphOf(index);
		const { ownerDocument: document } = paragraph;
		const original = page.originalOf(index);
		const text = state.textOf(index);
		const middle = changedMiddle(original, text);
		const spans = page.placesOf(index).flatMap(([place]) => {
			const at = state.placeNow(place);
			return at === null ? [] : [{
				...at,
				place
			}];
		});
		if (middle !== null && middle.nowTo > middle.from) spans.push({
			from: middle.from,
			to: middle.nowTo,
			place: null
		});
		const parts = [];
		let at = 0;
		for (const span of spans.toSorted((a, b) => a.from - b.from)) {
			parts.push(text.slice(at, span.from), spanElement(document, state, span, text));
			at = span.to;
		}
		textElement(paragraph).replaceChildren(...parts, text.slice(at));
		showRemark(paragraph, state.commentOf(index));
	}
	function spanElement(document, state, { from, to, place }, text) {
		const span = document.createElement("span");
		span.textContent = text.slice(from, to);
		if (place === null) {
			span.className = "edited";
			return span;
		}
		const isRight = state.isRight(place);
		span.className = isRight ? "place right" : "place";
		span.setAttribute("role", "button");
		span.tabIndex = 0;
		span.dataset.place = String(place);
		span.setAttribute("aria-pressed", String(isRight));
		return span;
	}
	function showRemark(paragraph, comment) {
		const there = paragraph.querySelector(".remark");
		if (comment.trim() === "") {
			there?.remove();
			return;
		}
		const remark = there ?? paragraph.ownerDocument.createElement("p");
		remark.className = "remark";
		remark.textContent = comment;
		if (there === null) paragraph.append(remark);
	}
	// renderer/review-page/wire-page.ts
	/** Before and after the words of a place, in ms. */
	var AROUND_MS = 1500;
	/** Makes the page of a window answer to keys and clicks. */
	function wirePage(window) {
		const { document } = window;
		const page = readPage(document);
		const { data } = page;
		const store = createDraftStore(window, data.review);
		const texts = createTexts(document, data);
		const state = createState(page, store);
		const main = document.querySelector("main");
		if (main === null) throw new Error("no text");
		const play = optional(document, "play");
		const time = optional(document, "time");
		let lit = null;
		const player = createPlayer(window, data.sound, {
			onTime(ms) {
				if (time !== null) time.textContent = readableTime(ms);
				const index = data.paragraphs.findLastIndex(({ startMs, endMs }) => startMs <= ms && endMs > ms);
				const now = index < 0 ? null : page.paragraphOf(index);
				if (now === lit) return;
				lit?.classList.remove("now");
				now?.classList.add("now");
				lit = now;
			},
			onPlaying(isPlaying) {
				if (play !== null) texts.write(play, isPlaying ? "pause" : "play");
			},
			onUnplayable: () => texts.write(byId(document, "sound-state"), "sound.unplayable")
		});
		const hearParagraph = (index) => {
			const paragraph = data.paragraphs[index];
			if (paragraph !== void 0) player?.play(paragraph.startMs, null);
		};
		const hearPlace = (index) => {
			const place = data.places[index];
			if (place !== void 0) player?.play(Math.max(0, place.startMs - AROUND_MS), place.endMs + AROUND_MS);
		};
		const progress = optional(document, "progress");
		let shownDone = -1;
		const showProgress = () => {
			const done = state.doneCount();
			if (progress === null || done === shownDone) return;
			shownDone = done;
			texts.write(progress, "places", {
				done,
				all: data.places.length
			});
		};
		const editor = createEditor(page, state, texts, {
			onHear: hearParagraph,
			onHearPlace: hearPlace,
			onChange: () => showProgress(),
			onClose: (paragraph) => showParagraph(page, state, paragraph)
		});
		const places = wirePlaceKeys(document, {
			page,
			state,
			editor,
			hearPlace,
			hearParagraph,
			player,
			showProgress
		});
		main.addEventListener("click", (event) => {
			const { target } = event;
			if (!(target instanceof Element)) return;
			const paragraph = Number(target.closest(".par")?.dataset.p ?? NaN);
			if (Number.isNaN(paragraph) || target.closest(".editor") !== null) return;
			const place = target.closest(".place");
			if (place !== null) places.open(Number(place.dataset.place));
			else if (target.closest(".at") !== null) hearParagraph(paragraph);
			else if (target.closest(".pen") !== null) editor.open(paragraph);
			else if (window.getSelection()?.isCollapsed !== false && target.closest("p:not(.remark)") !== null) editor.open(paragraph, { caret: caretIn(page.paragraphOf(paragraph), window) });
		});
		play?.addEventListener("click", () => player?.toggle());
		optional(document, "back")?.addEventListener("click", () => player?.back(5e3));
		const speed = optional(document, "speed");
		speed?.addEventListener("change", () => player?.setSpeed(Number(speed.value)));
		document.addEventListener("click", ({ target }) => {
			const voice = target instanceof HTMLElement ? target.dataset.hearVoice : void 0;
			const first = data.paragraphs.findIndex((paragraph) => paragraph.voice === Number(voice));
			if (voice !== void 0 && first >= 0) hearParagraph(first);
		});
		const nameVoice = (voice, name) => {
			for (const heading of document.querySelectorAll(`[data-voice="${voice}"]`)) heading.textContent = name.trim() === "" ? data.voices[voice]?.label ?? "" : name;
		};
		const inputs = [...document.querySelectorAll("[data-voice-name]")];
		const showVoices = () => {
			for (const [voice, input] of inputs.entries()) {
				const typed = store.draft.voices[voice];
				if (typed === void 0) continue;
				input.value = typed;
				nameVoice(voice, typed);
			}
		};
		for (const [voice, input] of inputs.entries()) {
			input.addEventListener("input", () => {
				store.change({ voices: {
					...store.draft.voices,
					[voice]: input.value
				} });
			});
			input.addEventListener("change", () => nameVoice(voice, input.value));
		}
		showVoices();
		const language = byId(document, "language");
		language.addEventListener("change", () => {
			const chosen = language.value === "fr" ? "fr" : "en";
			store.change({ language: chosen });
			texts.change(chosen);
		});
		wireSendDialog(window, page, state, store, texts);
		const kept = byId(document, "kept");
		const showKept = () => texts.write(kept, store.isKept ? "kept" : "kept.not");
		let wasKept = store.isKept;
		store.onChange(() => {
			if (wasKept !== store.isKept) showKept();
			wasKept = store.isKept;
		});
		showKept();
		const showWritten = (...drafts) => {
			const indexes = drafts.flatMap(({ texts: changed, comments, right }) => [...[...Object.keys(changed), ...Object.keys(comments)].map(Number), ...right.map((place) => data.places[place]?.paragraph ?? -1)]);
			for (const index of new Set(indexes)) if (data.paragraphs[index] !== void 0 && index !== editor.paragraph()) showParagraph(page, state, index);
			showProgress();
		};
		store.onOther((before) => {
			showWritten(before, store.draft);
			showVoices();
		});
		showWritten(store.draft);
		if (store.draft.language !== null && store.draft.language !== data.language) {
			language.value = store.draft.language;
			texts.change(store.draft.language);
		}
	}
	/** Where in a paragraph's text the click was. */
	function caretIn(paragraph, window) {
		const selection = window.getSelection();
		const text = textElement(paragraph);
		const node = selection?.anchorNode ?? null;
		if (selection === null || node === null || !text.contains(node)) return 0;
		const before = window.document.createRange();
		before.setStart(text, 0);
		before.setEnd(node, selection.anchorOffset);
		return before.toString().length;
	}
	// renderer/review-page/main.ts
	wirePage(window);
})();
