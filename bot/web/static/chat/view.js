// How messages look: builds the elements of one conversation. Only the server's own, already safe HTML is set as HTML.

const COMMAND = /(^|[\s("„“])(\/[a-zäöüß]{2,}(?:-[a-zäöüß]+)*)(?=$|[\s.,;:!?)"“…])/g;

const EXCERPT = 60; // characters that remind of a message
const INNER_DOT = /(?<=\p{L}{4}\.)(?=\p{L}{4})/u;

/** The words, with places to break after the dots of long names such as REGIONAL.KLIMASCHUTZ.MACHEN. */
function breakable(words) {
  return words.split(INNER_DOT).flatMap((piece, at) => (at ? [element("wbr"), piece] : [piece]));
}

/** The beginning of a message, in plain words. */
export function excerpt(message) {
  const spaced = message.html.replace(/<(?:br|\/p|\/li)>/g, " $&");
  const words = new DOMParser().parseFromString(spaced, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()} …` : words;
}

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export class Conversation {
  /**
   * `choose(message, choice, event)` hears of a choice taken, `command(words, event)` of a command in a text, and
   * `reply(message)` of the wish to reply to a message.
   */
  constructor(log, words, { choose, command, reply }) {
    Object.assign(this, { log, words, choose, command, reply });
    this.elements = new Map();
    new ResizeObserver(() => this.toLast()).observe(log); // a touch keyboard takes half of the window
  }

  /** Show a message, or what has changed in it: only that, because a screen reader reads out whatever is put in anew. */
  show(message) {
    const known = this.elements.get(message);
    if (known) this.#change(known, message);
    else this.#append(message);
  }

  /** Take a message away; whether the focus was in it. */
  remove(message) {
    const shown = this.elements.get(message)?.shown;
    const focused = Boolean(shown?.contains(document.activeElement));
    shown?.remove();
    this.elements.delete(message);
    return focused;
  }

  /** Who speaks and what can be done, in the words as they are now. */
  rename() {
    for (const [message, { shown }] of this.elements) {
      shown.querySelector(".speaker").replaceWith(this.#speaker(message.own ? "you" : "assistant"));
      shown.querySelector(".choices")?.setAttribute("aria-label", this.words.answers);
      for (const button of shown.querySelectorAll(".reply")) button.textContent = this.words.reply;
      for (const link of shown.querySelectorAll("a[download]")) link.textContent = this.#named(link.download);
    }
  }

  clear() {
    this.elements.clear();
    this.log.replaceChildren();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** The end, or where the last message is longer than the window, its beginning. */
  toLast() {
    const last = this.log.lastElementChild;
    if (last) this.log.scrollTop = last.offsetTop - this.log.offsetTop - 12;
  }

  #append(message) {
    const atEnd = this.#atEnd();
    const shown = message.own ? this.#own(message) : this.#theirs(message);
    this.elements.set(message, { shown, html: message.html, choices: message.choices });
    this.log.append(shown);
    if (message.own) this.toEnd();
    else if (atEnd) this.toLast();
  }

  #change(known, message) {
    if (message.own) {
      this.#note(known.shown, message);
      return;
    }
    if (known.html !== message.html) known.shown.querySelector(".body").replaceWith(this.#body(message));
    const group = known.shown.querySelector(".choices");
    if (known.choices === message.choices) this.#close(group, message);
    else {
      group?.remove();
      if (message.choices.length) known.shown.append(this.#choices(message));
    }
    Object.assign(known, { html: message.html, choices: message.choices });
  }

  #atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
  }

  #own(message) {
    const shown = element("div", { class: "message own", "data-from": "person" }, this.#speaker("you"));
    if (message.picture) {
      const name = element("p", { class: "picture-name" }, `${this.words.picture}: ${message.picture}`);
      if (message.preview) shown.append(this.#image(message.preview, message.picture));
      else shown.append(name);
    }
    if (message.file) shown.append(element("p", { class: "picture-name" }, `${this.words.file}: ${message.file}`));
    if (message.quoted) shown.append(element("p", { class: "note" }, `${this.words.replying} ${message.quoted}`));
    if (message.text) shown.append(element("p", { class: "said", dir: "auto" }, message.text));
    this.#note(shown, message);
    return shown;
  }

  #note(shown, message) {
    shown.querySelector(".note.state")?.remove();
    const words = message.refused ? this.words.refused : message.late ? this.words.sending : "";
    if (words) shown.append(element("p", { class: "note state" }, words));
    if (words) this.toEnd();
  }

  #theirs(message) {
    const inside = [this.#speaker("assistant"), this.#body(message)];
    const shown = element("div", { class: "message theirs", "data-from": "bot" }, ...inside);
    shown.append(...this.#files(message.files ?? []));
    if (message.choices?.length) shown.append(this.#choices(message));
    if (message.answerable) shown.append(this.#replyButton(message));
    return shown;
  }

  #body(message) {
    const body = element("div", { class: "body", lang: message.lang || undefined });
    body.innerHTML = message.html; // made by bot/core/html.py: every word of a person is escaped there
    this.#offerCommands(body);
    return body;
  }

  /** Commands in the text can be taken with a tap or the Enter key. */
  #offerCommands(body) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) text.replaceWith(...this.#pieces(text.data));
  }

  #pieces(words) {
    const pieces = [];
    let at = 0;
    for (const found of words.matchAll(COMMAND)) {
      const start = found.index + found[1].length;
      pieces.push(...breakable(words.slice(at, start)), this.#commandButton(found[2]));
      at = start + found[2].length;
    }
    return [...pieces, ...breakable(words.slice(at))];
  }

  #commandButton(words) {
    const button = element("button", { type: "button", class: "command" }, words);
    button.addEventListener("click", (event) => this.command(words, event));
    return button;
  }

  #replyButton(message) {
    const button = element("button", { type: "button", class: "plain-button reply" }, this.words.reply);
    button.addEventListener("click", () => this.reply(message));
    return button;
  }

  #speaker(who) {
    return element("span", { class: "speaker hidden" }, `${this.words[who]}: `);
  }

  /** Pictures that people sent have no names that say anything, so several are told apart by their number. */
  #files(files) {
    const pictures = files.filter((file) => file.picture);
    return files.map((file) => {
      if (!file.picture) return this.#download(file);
      const number = pictures.length > 1 ? ` ${pictures.indexOf(file) + 1}` : "";
      return this.#image(file.url, file.shows || `${this.words.picture}${number}`);
    });
  }

  #download(file) {
    const link = element("a", { href: file.url, download: file.name }, this.#named(file.name));
    return element("p", { class: "file" }, link);
  }

  #named(file) {
    return `${this.words.download}: ${file}`;
  }

  #image(url, name) {
    const image = element("img", { src: url, alt: name, class: "sent-picture" });
    image.addEventListener("load", () => this.log.lastElementChild?.contains(image) && this.toLast());
    return image;
  }

  #choices(message) {
    const group = element("div", { class: "choices", role: "group", "aria-label": this.words.answers });
    for (const choice of message.choices) {
      const button = element("button", { type: "button", class: choice.quiet ? "choice quiet" : "choice" }, choice.label);
      button.dataset.token = choice.token;
      button.addEventListener("click", (event) => this.choose(message, choice, event));
      group.append(button);
    }
    this.#close(group, message);
    return group;
  }

  #close(group, message) {
    for (const button of group?.children ?? []) {
      button.disabled = Boolean(message.chosen);
      button.classList.toggle("chosen", button.dataset.token === message.chosen);
    }
  }
}
