// Brings every chat on the page to life: what is typed, tapped and heard. Works by keyboard alone.

import { Connection } from "./connection.js";
import { Files, isPicture } from "./files.js";
import { speak } from "./frame.js";
import { Record } from "./record.js";
import { Conversation, excerpt } from "./view.js";

const WORDS_MAX = 60_000; // characters as they travel: a frame holds 65,536, and the assistant itself names its limits
const LATE = 1500; // milliseconds after which a message that is still under way says so

class Chat {
  constructor(region) {
    this.region = region;
    this.words = JSON.parse(region.dataset.words);
    const find = (what) => region.querySelector(`[data-${what}]`);
    this.form = find("form");
    this.box = find("box");
    this.state = find("state");
    this.replying = find("replying");
    this.noReply = find("no-reply");
    this.files = new Files(region, this.words, () => this.box.focus());
    this.record = new Record(region.dataset.seat);
    this.conversation = new Conversation(find("log"), this.words, {
      choose: (...taken) => this.choose(...taken),
      command: (...taken) => this.command(...taken),
      reply: (message) => this.replyTo(message),
    });
    this.connection = new Connection({
      seat: region.dataset.seat,
      language: document.documentElement.lang,
      record: this.record,
      told: (frame) => this.hear(frame),
      state: (state) => this.tell(state),
      fresh: () => this.startOver(),
    });
    this.#listen(document.querySelector(`[data-end-of="${region.dataset.seat}"]`));
  }

  start() {
    this.form.hidden = false;
    this.conversation.log.setAttribute("aria-live", "off"); // what was said before is not read out again
    for (const message of this.record.messages) this.conversation.show(message);
    this.conversation.toLast();
    this.connection.open().then(() => this.#enterWith(location.hash));
  }

  hear(frame) {
    if (frame.type === "ready") setTimeout(() => this.conversation.log.setAttribute("aria-live", "polite"), 300);
    if (frame.type === "ack") this.#settle(this.record.acknowledged(frame.event));
    if (frame.type === "refused") this.#refuse(frame.event);
    if (frame.type === "message" && this.record.meets(frame.id)) this.#receive(frame);
    if (frame.type === "edit" && this.record.meets(frame.id)) this.#edit(frame);
  }

  tell(state) {
    if (this.state.dataset.state === state) return;
    this.state.dataset.state = state;
    this.state.textContent = this.words[state];
  }

  /** `about` is the message that the words reply to. */
  say(text, about) {
    const frame = about ? { type: "text", text, reply_to: String(about.id) } : { type: "text", text };
    this.#post(frame, { text, quoted: about && excerpt(about) });
  }

  /** What is written next is about this message; without one, about nothing any more. */
  replyTo(message) {
    this.about = message;
    this.replying.textContent = message ? `${this.words.replying} ${excerpt(message)}` : "";
    this.noReply.hidden = !message;
    if (message) this.box.focus();
  }

  choose(message, choice, event) {
    message.chosen = choice.token;
    this.conversation.show(message);
    this.#post({ type: "press", token: choice.token, ref: String(message.id) }, { text: choice.label });
    this.#returnToBox(event);
  }

  command(command, event) {
    this.say(command);
    this.#returnToBox(event);
  }

  startOver() {
    this.record.clear();
    this.conversation.clear();
  }

  async submit() {
    const text = this.box.value.trim();
    if (this.busy) return;
    if (JSON.stringify(text).length > WORDS_MAX) {
      this.files.show(this.words.long);
      return;
    }
    this.#write("");
    this.files.show();
    if (this.files.chosen.length) await this.#sendFiles(text);
    else if (text) this.say(text, this.about);
    this.replyTo();
    this.box.focus();
  }

  #listen(endButton) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener("input", () => this.#grow());
    this.noReply.addEventListener("click", () => {
      this.replyTo();
      this.box.focus();
    });
    endButton?.addEventListener("click", async () => {
      endButton.disabled = true;
      endButton.hidden = await this.#end();
      endButton.disabled = false;
    });
  }

  #post(frame, shown) {
    const event = newEvent();
    const message = { own: true, event, open: true, ...shown };
    this.record.add(message);
    this.conversation.show(message);
    setTimeout(() => this.#lateIfOpen(message), LATE);
    const posted = { ...frame, event, said: Date.now() };
    this.record.post(posted);
    this.connection.send(posted);
  }

  #returnToBox(event) {
    const byKeyboard = event.detail === 0;
    if (byKeyboard || matchMedia("(hover: hover)").matches) this.box.focus(); // a tap brings up no touch keyboard
  }

  #lateIfOpen(message) {
    if (!message.open) return;
    message.late = true;
    this.conversation.show(message);
  }

  /** One message each, in order; the words go with the first. What did not arrive stays chosen. */
  async #sendFiles(text) {
    this.busy = true;
    let caption = text;
    for (const file of this.files.chosen) {
      this.files.tell(this.words.sending);
      try {
        caption = this.#sendFile(file, await this.connection.upload(file), caption);
      } catch (problem) {
        this.files.show(problem.status === 413 ? this.files.tooLarge(file) : this.words["file-failed"]);
        if (!this.box.value) this.#write(caption);
        break;
      }
      this.files.drop(file);
    }
    this.busy = false;
  }

  /** The words that are still to be said: under a document they would be heard only where a text is asked for. */
  #sendFile(file, upload, caption) {
    const { name, type: mime } = file;
    if (isPicture(file)) {
      const preview = URL.createObjectURL(file);
      this.#post({ type: "picture", upload, text: caption, mime, name }, { text: caption, picture: name, preview });
    } else {
      if (caption) this.say(caption);
      this.#post({ type: "file", upload, mime, name }, { file: name });
    }
    return "";
  }

  #receive(frame) {
    const { id, html, lang, choices, files, answerable } = frame;
    const message = { id, html, lang, choices, files, answerable };
    const before = this.record.messages.findLast((one) => !one.own)?.lang ?? this.connection.language;
    this.record.add(message);
    this.conversation.show(message);
    if (lang && lang !== before) this.#speak(lang);
  }

  /** The person has chosen another language: what stands around the conversation follows, and is not read out. */
  async #speak(language) {
    await speak(this.region, language);
    this.connection.language = language;
    Object.assign(this.words, JSON.parse(this.region.dataset.words));
    this.state.textContent = this.words[this.state.dataset.state];
    this.conversation.log.setAttribute("aria-live", "off");
    this.conversation.rename();
    setTimeout(() => this.conversation.log.setAttribute("aria-live", "polite"), 300);
  }

  #edit(frame) {
    const message = this.record.find(frame.of);
    this.record.save();
    if (!message) return;
    if (frame.withdrawn) {
      this.#withdraw(message);
      return;
    }
    if (frame.closes || this.#onlyAddsAnswer(message, frame)) Object.assign(message, { choices: [], chosen: undefined });
    else Object.assign(message, { html: frame.html, lang: frame.lang, choices: frame.choices, chosen: undefined });
    this.record.save();
    this.conversation.show(message);
  }

  /** Gone without a trace, for screen readers too; whoever was just in it finds themselves in the message box. */
  #withdraw(message) {
    this.record.remove(message);
    if (this.about === message) this.replyTo();
    if (this.conversation.remove(message)) this.box.focus();
  }

  /** Answered questions are closed with the answer under them; here it already stands below as the person's own words. */
  #onlyAddsAnswer(message, frame) {
    const { messages } = this.record;
    const answeredHere = messages.slice(messages.indexOf(message)).some((one) => one.own);
    return answeredHere && !frame.choices.length && frame.html.startsWith(message.html);
  }

  #settle(own) {
    if (own) this.conversation.show(own);
  }

  #refuse(event) {
    const own = this.record.acknowledged(event);
    if (own) own.refused = true;
    this.#settle(own);
  }

  #write(words) {
    this.box.value = words;
    this.#grow();
  }

  #grow() {
    this.box.rows = Math.min(6, Math.max(1, this.box.value.split("\n").length));
  }

  /** Whether it has ended. Asked once more: nobody comes back into a conversation that was ended. */
  async #end() {
    if (!confirm(this.words["end-sure"])) return false;
    if (!(await this.connection.end())) {
      alert(this.words["end-failed"]);
      return false;
    }
    this.startOver();
    this.tell("ended");
    this.form.reset();
    this.form.hidden = true;
    return true;
  }

  #enterWith(hash) {
    const code = new URLSearchParams(hash.slice(1)).get("start");
    if (!code || this.region.dataset.seat !== "member") return;
    history.replaceState(null, "", location.pathname + location.search);
    this.say(`/start ${code}`);
  }
}

/** A name for what is said, the same in every repetition: 128 random bits. */
function newEvent() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

for (const region of document.querySelectorAll("[data-chat]")) new Chat(region).start();
