// What a page remembers of one chat in this tab: the transcript, and what the server has not acknowledged yet.

const KEPT = 300; // messages; older ones are dropped from the tab, not from the alliance's mailbox
const OVERLAP = 200; // asked for again on every return (one page of the mailbox): urgent messages may overtake others

export class Record {
  constructor(name) {
    this.name = `unterhaken:${name}`;
    const kept = this.#load();
    this.messages = (kept.messages ?? []).map((message) => ({ ...message, preview: undefined, late: message.open }));
    this.outbox = kept.outbox ?? [];
    this.seen = new Set(kept.seen ?? []);
  }

  #load() {
    try {
      return JSON.parse(sessionStorage.getItem(this.name)) ?? {};
    } catch {
      return {}; // storage switched off, or not ours: the mailbox has everything
    }
  }

  save() {
    this.messages = this.messages.slice(-KEPT);
    this.seen = new Set([...this.seen].slice(-2 * KEPT));
    const kept = { messages: this.messages, outbox: this.outbox, seen: [...this.seen] };
    try {
      sessionStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // storage full or switched off: this tab works all the same
    }
  }

  clear() {
    this.messages = [];
    this.outbox = [];
    this.seen.clear();
    this.save();
  }

  /** The message after which the mailbox is to be read. */
  get after() {
    const ids = [...this.seen].sort((one, other) => one - other);
    return ids.length > OVERLAP ? ids[ids.length - OVERLAP - 1] : 0;
  }

  /** Whether this message is new here; it no longer is afterwards. */
  meets(id) {
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    return true;
  }

  add(message) {
    this.messages.push(message);
    this.save();
  }

  remove(message) {
    this.messages = this.messages.filter((one) => one !== message);
    this.save();
  }

  find(id) {
    return this.messages.find((message) => message.id === id);
  }

  /** Keep what is said until it is acknowledged. */
  post(frame) {
    this.outbox.push(frame);
    this.save();
  }

  acknowledged(event) {
    this.outbox = this.outbox.filter((frame) => frame.event !== event);
    const own = this.messages.find((message) => message.event === event);
    if (own) Object.assign(own, { open: false, late: false });
    this.save();
    return own;
  }
}
