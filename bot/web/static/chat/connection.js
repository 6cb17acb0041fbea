// The wire of one chat: asks for a session, opens the socket, comes back by itself, and sends what is not acknowledged.

const FIRST_WAIT = 500; // milliseconds; doubled with every failure
const LONGEST_WAIT = 20_000;
const NO_SESSION = 4401;
const CROWDED = 503; // HTTP: too many begin at once

export class Connection {
  /** `told` is given every frame; `state` hears "connecting", "connected", "interrupted" or "crowded". */
  constructor({ seat, language, record, told, state, fresh }) {
    Object.assign(this, { seat, language, record, told, state, fresh });
    this.wait = FIRST_WAIT;
    this.session = false;
    addEventListener("online", () => this.#now());
    addEventListener("pageshow", (event) => event.persisted && this.#now());
    document.addEventListener("visibilitychange", () => document.hidden || this.#now());
  }

  get query() {
    return new URLSearchParams({ seat: this.seat, lang: this.language });
  }

  async open() {
    if (this.stopped) return;
    this.state("connecting");
    try {
      if (!this.session) await this.#begin();
      if (!this.stopped) this.#connect();
    } catch (problem) {
      this.#later(problem.status === CROWDED ? "crowded" : "interrupted");
    }
  }

  /**
   * Send a frame now if possible; it is in the record's outbox and goes out again after every return. The server is
   * told how many milliseconds ago it was `said`: clocks differ.
   */
  send({ said, ...frame }) {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.socket.send(JSON.stringify({ ...frame, age: Math.max(0, Date.now() - said) || 0 }));
  }

  async upload(file) {
    const answer = await fetch(`/chat/upload?${this.query}`, { method: "POST", body: file });
    if (!answer.ok) throw Object.assign(new Error("upload"), { status: answer.status });
    return (await answer.json()).upload;
  }

  /** End the session; false if the server did not hear of it. */
  async end() {
    this.stopped = true;
    const answer = await fetch(`/chat/ende?${this.query}`, { method: "POST" }).catch(() => undefined);
    this.stopped = Boolean(answer?.ok);
    if (this.stopped) this.socket?.close();
    else if (!this.socket) this.#later();
    return this.stopped;
  }

  async #begin() {
    const answer = await fetch(`/chat/sitzung?${this.query}`, { method: "POST" });
    if (!answer.ok) throw Object.assign(new Error("session"), { status: answer.status });
    if ((await answer.json()).fresh) this.fresh();
    this.session = true;
  }

  #connect() {
    const query = this.query;
    query.set("after", this.record.after);
    const address = new URL(`/chat/verbindung?${query}`, location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onmessage = (event) => this.#hear(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      if (event.code === NO_SESSION) this.session = false;
      this.#later();
    };
  }

  #hear(frame) {
    if (frame.type === "ready") {
      this.wait = FIRST_WAIT;
      this.state("connected");
      for (const waiting of this.record.outbox) this.send(waiting);
    }
    this.told(frame);
  }

  #later(state = "interrupted") {
    if (this.stopped) return;
    this.state(state);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2);
  }

  #now() {
    if (this.socket || this.stopped || !this.timer) return;
    clearTimeout(this.timer);
    this.wait = FIRST_WAIT;
    this.open();
  }
}
