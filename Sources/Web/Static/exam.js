// Adds to the page of an exam: answers are sent while they are typed, and wait in this browser while there is no network;
// one item is shown at a time; the clock runs. Without this script the page works with its buttons.

const sitting = document.getElementById("sitting");
const { path, attempt, key } = sitting.dataset;
const isForward = sitting.dataset.forward === "yes";
const prefix = `preceptor ${attempt} `;
const state = document.getElementById("state");
const items = new Map();
const pauses = [1000, 2000, 4000, 8000, 15000];
let failures = 0;
let isSending = false;
let retry = 0;

// What waits to be sent: in this browser's store, so that a reload or a crash loses nothing.
const waiting = {
  get(item) { return JSON.parse(localStorage.getItem(prefix + item) ?? "null"); },
  // When it was written stays as it was where the same is said again: a field that is left after the end says it, too.
  set(item, text) {
    const before = this.get(item);
    const at = before?.text === text ? before.at : Date.now();
    localStorage.setItem(prefix + item, JSON.stringify({ text, at }));
  },
  clear(item) { localStorage.removeItem(prefix + item); },
  all() { return [...items.keys()].filter((item) => this.get(item) !== null); },
};

function say(text, isTrouble = false) {
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle("trouble", isTrouble);
}

function answers(count, one, many) {
  return count === 1 ? `1 answer ${one}` : `${count} answers ${many}`;
}

function time(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString("en-GB");
}

async function post(address, fields) {
  const body = new URLSearchParams({ ...fields, key });
  const signal = AbortSignal.timeout(10000);
  return fetch(address, { method: "POST", body, signal, headers: { accept: "application/json" }, redirect: "manual" });
}

// --- Answers -------------------------------------------------------------------------------------------------------

class Item {
  constructor(form) {
    this.number = form.dataset.item;
    this.form = form;
    this.times = Number(form.dataset.times);
    this.section = form.closest(".item");
    this.said = form.querySelector(".kept");
    this.timer = 0;
    // Whether nothing of it is sent before it is typed or chosen anew.
    this.isOpen = false;
    // What is kept instead of what was typed here, where somebody has to say which is meant.
    this.other = null;
    form.querySelector(".keep").hidden = true;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("change", () => this.typed(0));
    form.addEventListener("submit", (event) => this.submitted(event));
    this.section.querySelector(".flagging").addEventListener("submit", (event) => this.flagged(event));
    this.kept = this.text;
  }

  get text() {
    const chosen = this.form.querySelector("input[type=radio]:checked");
    const typed = this.form.querySelector("input[name=text]:not([type=radio])");
    return (chosen ?? typed)?.value ?? "";
  }

  set text(text) {
    const typed = this.form.querySelector("input[name=text]:not([type=radio])");
    if (typed) typed.value = text;
    for (const radio of this.form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === text;
  }

  typed(pause = 700) {
    // While it is to be said which of two answers is meant, only what stands for choice changes.
    if (this.other) {
      if (waiting.get(this.number)?.text === this.text) return;
      waiting.set(this.number, this.text);
      return this.conflict(this.other);
    }
    if (this.text === this.kept && waiting.get(this.number) === null) return;
    this.isOpen = false;
    waiting.set(this.number, this.text);
    this.said.textContent = "Not kept yet.";
    clearTimeout(this.timer);
    this.timer = setTimeout(send, pause);
  }

  async submitted(event) {
    // In an exam that goes forward only, going on is the server's to say.
    if (event.submitter?.name === "next") return;
    event.preventDefault();
    this.typed(0);
    if (!isForward) show(neighbour(1) ?? this.number);
  }

  async flagged(event) {
    event.preventDefault();
    const form = event.target;
    const isFlagged = form.querySelector("[name=flag]") !== null;
    try {
      const answer = await post(form.action, isFlagged ? { flag: "yes" } : {});
      if (!answer.ok) throw new Error();
      form.querySelector("[name=flag]")?.remove();
      if (!isFlagged) form.insertAdjacentHTML("beforeend", '<input type="hidden" name="flag" value="yes">');
      form.querySelector("button").textContent = `${isFlagged ? "Unflag" : "Flag"} item ${this.number}`;
      mark(this.number, "flag", isFlagged ? " ⚑" : "", isFlagged ? ", flagged" : "");
    } catch {
      say("No connection: this flag is not kept. Try it again.", true);
    }
  }

  // Also what another window of this browser had kept.
  keptAt(answer, text, isFromHere = true) {
    this.times = answer.times;
    this.kept = text;
    if (isFromHere) windows.postMessage({ kept: this.number, answer, text });
    else if (waiting.get(this.number) === null) this.text = text;
    const isStill = waiting.get(this.number)?.text === text;
    if (isStill) waiting.clear(this.number);
    this.said.textContent = isStill
      ? `Kept ${time(answer.at)}.${answer.remark ? ` It cannot be read as an answer: ${answer.remark}` : ""}`
      : "Not kept yet.";
    this.form.querySelector("[name=times]").value = answer.times;
    mark(this.number, "answered", "", text === "" ? "" : ", answered");
    count();
    tick(answer.left);
  }

  // Somebody answered otherwise in another window: nobody but the candidate knows which answer is meant.
  conflict(answer) {
    const mine = waiting.get(this.number).text;
    this.other = answer;
    this.times = answer.times;
    this.said.textContent = `In another window you answered “${answer.kept}”, which is kept; here you typed “${mine}”. `;
    const choose = (text, label) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        this.other = null;
        this.isOpen = false;
        this.text = text;
        if (text === answer.kept) {
          this.kept = text;
          waiting.clear(this.number);
          this.said.textContent = "Kept.";
        } else {
          this.typed(0);
        }
      });
      this.said.append(button, " ");
    };
    this.isOpen = true;
    choose(mine, `Use “${mine}”`);
    choose(answer.kept, `Leave “${answer.kept}”`);
  }
}

async function send() {
  if (isSending) return;
  clearTimeout(retry);
  isSending = true;
  try {
    for (const number of waiting.all()) {
      const item = items.get(number);
      if (!item.isOpen) await sendOne(item);
    }
    if (failures > 0) say("The connection is back, and everything is kept.");
    failures = 0;
  } catch {
    failures += 1;
    say(`No connection. Go on: ${answers(waiting.all().length, "waits", "wait")} in this browser, to be sent again.`, true);
    retry = setTimeout(send, pauses[Math.min(failures, pauses.length) - 1]);
  } finally {
    isSending = false;
  }
  const isMore = waiting.all().some((number) => !items.get(number).isOpen);
  if (failures === 0 && isMore) retry = setTimeout(send, 300);
}

async function sendOne(item) {
  const { text, at } = waiting.get(item.number);
  const written = at === undefined ? {} : { written: Math.max(0, Date.now() - at) };
  const answer = await post(`${path}/items/${item.number}`, { text, times: item.times, ...written });
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
    say("You are signed out. Sign in again in another tab; your answers wait here and are sent then.", true);
    throw new Error("signed out");
  }
  if (answer.ok) return item.keptAt(await answer.json(), text);
  if (answer.status === 409) {
    const kept = await answer.json();
    if ("kept" in kept) return item.conflict(kept);
  }
  if (answer.status === 422) {
    const { error } = await answer.json();
    item.said.textContent = `Not kept: ${error}`;
    item.isOpen = true;
    if (isOver && left() <= -grace) location.assign(`${path}/result`);
    // The supervisor may have stopped the time.
    else ask();
    return;
  }
  throw new Error(`status ${answer.status}`);
}

// --- Other windows of this browser ----------------------------------------------------------------------------------

// They tell each other that they are there, and what is kept, so that none shows what is out of date.
const windows = new BroadcastChannel(`preceptor ${attempt}`);

function tellOfWindows(isAnother) {
  const told = document.getElementById("windows");
  told.hidden = !isAnother;
  told.textContent = isAnother ? "This exam is open in another window too. Both show the same; close one of them." : "";
}

windows.addEventListener("message", ({ data }) => {
  if ("kept" in data) return items.get(data.kept)?.keptAt(data.answer, data.text, false);
  if (data.is === "new") windows.postMessage({ is: "here" });
  if (data.is === "gone") windows.postMessage({ is: "new" });
  tellOfWindows(data.is !== "gone");
});
addEventListener("pagehide", () => windows.postMessage({ is: "gone" }));

// --- Moving --------------------------------------------------------------------------------------------------------

function mark(number, name, sign, words) {
  const link = document.querySelector(`#items [data-item="${number}"]`);
  if (!link) return;
  if (name === "answered") {
    link.classList.toggle("answered", words !== "");
    link.querySelector(":scope > .unseen").textContent = words;
  } else {
    link.querySelector(".flag")?.remove();
    if (sign) link.insertAdjacentHTML("beforeend", `<span class="flag">${sign}<span class="unseen">${words}</span></span>`);
  }
}

// Answered items that are on no part of this page: an exam that goes forward only shows one.
let elsewhere = 0;

function answeredHere() { return [...items.values()].filter((item) => item.text !== "").length; }

function count() { document.getElementById("answered").textContent = elsewhere + answeredHere(); }

let current = null;

function neighbour(step) {
  const numbers = [...items.keys()];
  return numbers[numbers.indexOf(current) + step];
}

function show(number, isAsked = true) {
  const item = items.get(number);
  if (!item) return;
  current = number;
  for (const other of items.values()) other.section.hidden = other !== item;
  for (const link of document.querySelectorAll("#items a")) {
    if (link.dataset.item === number) {
      link.setAttribute("aria-current", "step");
      link.scrollIntoView({ block: "nearest", inline: "center" });
    } else link.removeAttribute("aria-current");
  }
  document.getElementById("back").disabled = neighbour(-1) === undefined;
  document.getElementById("next").disabled = neighbour(1) === undefined;
  history.replaceState(null, "", `#item-${number}`);
  if (isAsked) {
    item.section.focus();
    post(`${path}/items/${number}/show`, {}).catch(() => {});
  }
}

// --- The clock -----------------------------------------------------------------------------------------------------

// Counted from the page's own steady clock: nothing follows from what this machine believes the time to be.
let end = performance.now() + Number(sitting.dataset.left);
const warned = new Set([10, 5, 1].filter((minutes) => minutes * 60000 >= Number(sitting.dataset.left)));

let ticking = 0;
// For how long after the end answers are taken in that were written before it.
const grace = Number(sitting.dataset.grace);
let isOver = false;
let isHeld = false;

function left() { return end - performance.now(); }

function tick(milliseconds) {
  if (isOver) return;
  if (milliseconds !== undefined) end = performance.now() + milliseconds;
  else if (isHeld) return;
  const seconds = Math.max(0, Math.ceil(left() / 1000));
  const clock = document.getElementById("clock");
  clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
  for (const minutes of [10, 5, 1]) {
    if (seconds <= minutes * 60 && !warned.has(minutes)) {
      warned.add(minutes);
      document.getElementById("announce").textContent = `${minutes} ${minutes === 1 ? "minute is" : "minutes are"} left.`;
    }
  }
  if (seconds === 0) finish();
}

async function finish() {
  isOver = true;
  clearInterval(ticking);
  for (const field of document.querySelectorAll(".item input, .item button")) field.disabled = true;
  say("The time is over. What is kept is handed in.");
  await send();
  settle();
}

// Goes on to the result once everything is sent, and no other window can have something to send.
function settle() {
  const unsent = waiting.all().length;
  if (unsent === 0) return setTimeout(() => location.assign(`${path}/result`), Math.max(0, left() + grace) + 2000);
  say(`The time is over, and ${answers(unsent, "is", "are")} not sent yet. What is not sent stays in this browser: leave this page open, and tell whoever watches the exam.`, true);
  setTimeout(settle, 2000);
}

// --- Messages -------------------------------------------------------------------------------------------------------

let lastMessage = Number(sitting.dataset.last);

// What whoever watches says; it also tells the time anew, which somebody may have granted more of, or stopped.
async function ask() {
  try {
    const signal = AbortSignal.timeout(10000);
    const answer = await fetch(`${path}/messages?after=${lastMessage}`, { signal, headers: { accept: "application/json" } });
    if (answer.ok) hear(await answer.json());
  } catch {
    // Whether there is a connection is told where answers are sent.
  }
}

async function listen() {
  await ask();
  setTimeout(listen, isHeld ? 4000 : 12000 + Math.random() * 6000);
}

// While the time stands still no item is shown, and what was typed waits.
function hold(isNow) {
  if (isHeld === isNow) return;
  isHeld = isNow;
  sitting.classList.toggle("held", isHeld);
  say(isHeld ? "The supervisor has stopped the time. Nothing is lost, and the exam goes on by itself." : "The time runs on.");
  if (isHeld) return;
  for (const item of items.values()) if (item.other === null) item.isOpen = false;
  send();
}

function hear(news) {
  if (news.closed) return location.assign(`${path}/result`);
  hold(news.held);
  tick(news.left);
  const list = document.getElementById("messages");
  for (const message of news.messages) {
    lastMessage = message.number;
    const said = document.createElement("p");
    said.className = "note";
    said.textContent = message.text;
    list.append(said);
    list.hidden = false;
  }
}

// --- Beginning -----------------------------------------------------------------------------------------------------

for (const form of document.querySelectorAll("form.answer")) {
  const item = new Item(form);
  items.set(item.number, item);
  const unsent = waiting.get(item.number);
  // Before anything is shown as kept, what was not acknowledged is sent again.
  if (unsent !== null) {
    item.text = unsent.text;
    item.said.textContent = "Not kept yet.";
  }
}
elsewhere = Number(document.getElementById("answered").textContent) - [...items.values()].filter((item) => item.kept !== "").length;
const toggle = document.getElementById("clock-toggle");
toggle.hidden = false;
toggle.addEventListener("click", () => {
  const clock = document.getElementById("clock");
  clock.hidden = !clock.hidden;
  toggle.textContent = clock.hidden ? "Show the clock" : "Hide the clock";
});
if (!isForward) {
  document.getElementById("moving").hidden = false;
  document.getElementById("back").addEventListener("click", () => show(neighbour(-1)));
  document.getElementById("next").addEventListener("click", () => show(neighbour(1)));
  for (const link of document.querySelectorAll("#items a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(link.dataset.item);
    });
  }
  const asked = location.hash.startsWith("#item-") ? location.hash.slice(6) : [...items.keys()][0];
  show(items.has(asked) ? asked : [...items.keys()][0], false);
}
// Before the exam is handed in, or stands still, everything is kept.
for (const form of document.querySelectorAll("#end form, #resting form")) {
  form.addEventListener("submit", async (event) => {
    if (waiting.all().length === 0) return;
    event.preventDefault();
    await send();
    if (waiting.all().length === 0) event.target.submit();
    else say("Some answers are not kept yet. They are sent again; go on once everything is kept.", true);
  });
}
windows.postMessage({ is: "new" });
setTimeout(listen, 5000);
addEventListener("online", send);
// A page that a browser had put aside may be of an exam that is over.
addEventListener("pageshow", (event) => (event.persisted ? location.reload() : send()));
addEventListener("beforeunload", (event) => { if (waiting.all().length > 0) event.preventDefault(); });
ticking = setInterval(() => tick(), 1000);
tick();
send();
