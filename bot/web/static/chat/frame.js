// What stands around a conversation, in another language: put in word by word, so that nobody loses their place.

const ATTRIBUTES = ["aria-label", "placeholder", "title", "href", "lang", "hreflang", "data-words"];
const WRITTEN_HERE = "noscript, [data-state], [data-replying], [data-chosen-file]"; // and what the log holds

/**
 * Put the page, or on one with several chats only this `region`, into this language. Nothing changes if the page cannot
 * be fetched, or is built otherwise by now.
 */
export async function speak(region, language) {
  const alone = document.querySelectorAll("[data-chat]").length === 1;
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = page.querySelector(`[data-seat="${region.dataset.seat}"]`);
  if (!there) return;
  if (alone) {
    translate(document.documentElement, page.documentElement);
    history.replaceState(null, "", address);
  } else {
    translate(region, there);
    region.lang = page.documentElement.lang;
  }
}

function translate(here, there) {
  const [ours, theirs] = [parts(here), parts(there)];
  if (ours.length !== theirs.length || ours.some((part, at) => part.tagName !== theirs[at].tagName)) return;
  for (const [at, part] of ours.entries()) put(part, theirs[at]);
}

function parts(root) {
  return [root, ...root.querySelectorAll("*")].filter(
    (part) => !part.closest(`head > :not(title), ${WRITTEN_HERE}`) && !part.parentElement?.closest("[data-log]"),
  );
}

function put(part, other) {
  for (const name of ATTRIBUTES) if (other.hasAttribute(name)) part.setAttribute(name, other.getAttribute(name));
  const texts = words(other);
  for (const [at, text] of words(part).entries()) if (texts[at] && text.data !== texts[at].data) text.data = texts[at].data;
}

function words(part) {
  return [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
}
