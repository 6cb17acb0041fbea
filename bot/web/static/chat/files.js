// What goes along with the next message: chosen, pasted or dropped in. What is too large is said and stays behind.

const PICTURE_MAX = 10 * 1024 * 1024; // bytes; what the assistant takes as a picture
const FILE_MAX = 20 * 1024 * 1024; // bytes; what it takes as a document, and the server's own cap
const AT_ONCE = 10; // pictures that go along with one announcement

export const isPicture = (file) => file.type.startsWith("image/");

export class Files {
  /** `chosen` is what waits to be sent, in order. */
  constructor(region, words, changed) {
    const find = (what) => region.querySelector(`[data-${what}]`);
    Object.assign(this, { words, changed, chosen: [] });
    this.input = find("file");
    this.status = find("chosen-file");
    this.removal = find("remove-file");
    this.#listen(region, find("box"));
  }

  /** What is chosen, after what there is to say about it. */
  show(trouble = "") {
    const names = this.chosen.map((file) => file.name).join(", ");
    this.tell([trouble, names && `${this.words["file-ready"]} ${names}`].filter(Boolean).join(" "));
  }

  tell(words) {
    this.status.textContent = words;
    this.removal.hidden = !this.chosen.length;
  }

  /** Whatever is no longer to be sent. */
  drop(file) {
    this.chosen = this.chosen.filter((one) => one !== file);
    this.show();
  }

  clear() {
    this.chosen = [];
    this.show();
  }

  tooLarge(file) {
    return this.words[isPicture(file) ? "picture-large" : "file-large"];
  }

  #listen(region, box) {
    this.input.addEventListener("change", () => {
      this.#add([...this.input.files]);
      this.input.value = "";
    });
    this.removal.addEventListener("click", () => {
      this.clear();
      this.changed();
    });
    box.addEventListener("paste", (event) => {
      const { files, types } = event.clipboardData;
      if (!files.length || types.includes("text/plain")) return; // office programs copy words as a picture too
      event.preventDefault();
      this.#add([...files]);
    });
    region.addEventListener("dragover", (event) => event.preventDefault());
    region.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#add([...event.dataTransfer.files]);
    });
  }

  #add(files) {
    const large = files.find((file) => file.size > (isPicture(file) ? PICTURE_MAX : FILE_MAX));
    const fitting = files.filter((file) => file.size <= (isPicture(file) ? PICTURE_MAX : FILE_MAX));
    const many = this.chosen.length + fitting.length > AT_ONCE;
    this.chosen = [...this.chosen, ...fitting].slice(0, AT_ONCE);
    this.show(large ? this.tooLarge(large) : many ? this.words["files-many"] : "");
    if (fitting.length) this.changed();
  }
}
