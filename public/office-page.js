// The page's side of the office worker, and the ways in and out that only a script can open:
// dropped, chosen and pasted files, files to keep, pictures of figures, the clipboard.
//
// Loaded by the page when it is idle (src/web/worker.rs), with one function for everything. Texts go
// in and out; bytes never enter the page's program. The worker is started with the first errand and
// ended when it is asked to, when it does not answer, or when it has stopped. Absent: words, and any
// decision about what a file is.

const PATIENCE_MS = 30_000;
const LARGEST = 50_000_000;
const PIXELS = 2;
// Of pledges for an overview: no pledge is larger, and so much is sent to the worker at a time.
const LARGEST_PLEDGE = 2_000_000;
const BATCH_FILES = 100;
const BATCH_BYTES = 4_000_000;
// What can be shown together; folders are not searched any further.
const MOST_FILES = 20_000;
// A block of a spreadsheet has cells; one that the grid cannot take has words.
const IS_BLOCK = /[\t\n].*\S/s;
const HAS_WORDS = /\p{L}/u;

// What has arrived and waits to be read: { kind, name, file or text }.
let arrived = null;
// The files that came together, of which one is read at a time, and how many folders came with them.
let together = { files: [], folders: 0 };
// The next batch of them, on its way from the disk while the worker reads the one before.
let ahead = null;
// The running worker with its open errands by number.
let staff = null;
let last = 0;

/** Does one thing and gives a promise of a text; refused with a word (see src/web/worker.rs). */
export async function call(command, text, detail) {
  const own = { listen, arrived: describe, turn, read, gather, text: arrivedText, cancel, save, keep, picture, copy, copyPicture, address, rest };
  if (command in own) {
    return own[command](text, detail);
  }
  const [kind, words] = await ask(command, text, null);
  return kind + "\n" + words;
}

function hire() {
  if (staff) {
    return staff;
  }
  let worker;
  try {
    worker = new Worker(new URL("./office-worker.js", import.meta.url), { type: "module" });
  } catch {
    // A frame without an origin may not have workers.
    throw "forbidden";
  }
  const hired = { worker, open: new Map() };
  hired.started = new Promise((resolve, reject) => {
    hired.open.set(0, { resolve, reject });
  });
  worker.addEventListener("message", ({ data: [number, kind, words, made] }) => {
    const errand = hired.open.get(number);
    hired.open.delete(number);
    if (kind === "crashed" || kind === "missing") {
      console.error(words);
      dismiss(hired, kind, errand);
    } else if (errand) {
      errand.resolve([kind, words, made]);
    }
  });
  worker.addEventListener("error", (event) => {
    console.error(event.message);
    dismiss(hired, hired.open.has(0) ? "missing" : "crashed");
  });
  staff = hired;
  return hired;
}

// Ends a worker; whoever waits for it is told why.
function dismiss(hired, why, ...others) {
  if (staff === hired) {
    staff = null;
  }
  hired.worker.terminate();
  const waiting = [...hired.open.values(), ...others];
  hired.open.clear();
  waiting.forEach((errand) => errand && errand.reject(why));
}

async function ask(errand, text, bytes) {
  const hired = hire();
  await hired.started;
  const number = (last += 1);
  const answered = new Promise((resolve, reject) => hired.open.set(number, { resolve, reject }));
  hired.worker.postMessage([number, errand, text, bytes], bytes ? [bytes] : []);
  const watch = setTimeout(() => dismiss(hired, "slow"), PATIENCE_MS);
  return answered.finally(() => clearTimeout(watch));
}

function cancel() {
  if (staff) {
    dismiss(staff, "cancelled");
  }
  return "";
}

// What has arrived, for the program: its kind, its name, how many folders came along, and the names
// of all files that came together, a line each.
function describe() {
  if (!arrived) {
    return "";
  }
  const line = (name) => name.replace(/[\r\n]+/g, " ");
  const names = together.files.map((file) => line(file.name));
  return [arrived.kind, line(arrived.name), together.folders, ...names].join("\n");
}

// Turns to another of the files that came together.
function turn(number) {
  const file = together.files[Number(number)];
  if (file) {
    announce({ kind: "file", name: file.name, file });
  }
  return "";
}

async function arrivedText() {
  if (!arrived) {
    throw "unreadable";
  }
  if (arrived.kind !== "file") {
    return arrived.text;
  }
  if (arrived.file.size > LARGEST) {
    throw "large";
  }
  return arrived.file.text().catch(() => {
    throw "unreadable";
  });
}

// Has what has arrived read: files by their bytes, everything else as text.
async function read(errand) {
  if (!arrived) {
    throw "unreadable";
  }
  const { kind, name, file, text } = arrived;
  let answer;
  if (kind === "file") {
    if (file.size > LARGEST) {
      throw "large";
    }
    const bytes = await file.arrayBuffer().catch(() => {
      throw "unreadable";
    });
    answer = await ask(errand, name, bytes);
  } else {
    answer = await ask("paste", text, null);
  }
  return answer[0] + "\n" + answer[1];
}

// Sends the next files to the worker, and says where to go on.
async function gather(from, isNew) {
  const { files } = together;
  const isAhead = ahead && ahead.files === files && ahead.from === Number(from);
  const { next, lines, bytes } = await (isAhead ? ahead.batch : load(files, Number(from)));
  ahead = { files, from: next, batch: load(files, next) };
  const [kind, words] = await ask("gather", [isNew, ...lines].join("\n"), bytes);
  return [next, kind, words].join("\n");
}

// Some of the files as one row of bytes, with a line for each (src/exchange/board/batch.rs).
async function load(files, from) {
  let next = from;
  let size = 0;
  while (next < files.length && next - from < BATCH_FILES && size < BATCH_BYTES) {
    size += Math.min(files[next].size, LARGEST_PLEDGE);
    next += 1;
  }
  const batch = files.slice(from, next);
  const read = await Promise.all(batch.map((file) =>
    file.size > LARGEST_PLEDGE ? "large" : file.arrayBuffer().catch(() => "unreadable")));
  const lines = read.map((content, index) => {
    const length = typeof content === "string" ? content : content.byteLength;
    return length + "\t" + batch[index].name.replace(/[\r\n]+/g, " ");
  });
  const contents = read.filter((content) => typeof content !== "string");
  const row = new Uint8Array(contents.reduce((sum, content) => sum + content.byteLength, 0));
  let at = 0;
  for (const content of contents) {
    row.set(new Uint8Array(content), at);
    at += content.byteLength;
  }
  return { next, lines, bytes: row.buffer };
}

// Lets the page answer to whatever has happened, before more is done.
function rest() {
  return new Promise((resolve) => setTimeout(() => resolve(""), 0));
}

function address(fragment) {
  return location.href.split("#")[0] + fragment;
}

function arrive(what, files = [], folders = 0) {
  together = { files, folders };
  announce(what);
}

function announce(what) {
  arrived = what;
  // Where many pledges are looked at together, files are meant for that.
  const isFile = what.kind === "file" || what.kind === "folder";
  const place = (isFile && document.getElementById("board")) || document.getElementById("office");
  if (place) {
    place.dataset.arrived = what.kind;
    place.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// From now on files may be dropped anywhere, chosen in any field that is marked for it, and tables
// pasted wherever nothing else takes them.
function listen(_, linkStart) {
  dress();
  const isFile = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  const sign = (shown) => {
    const element = document.getElementById("office-drop");
    if (element) {
      element.hidden = !shown;
    }
  };
  // Whoever drags or looks for a file will have it read: the worker is there by then.
  const prepare = () => {
    try {
      hire().started.catch(() => {});
    } catch {
      // Said when there is something to read.
    }
  };
  addEventListener("click", (event) => {
    if (event.target instanceof HTMLInputElement && "openFile" in event.target.dataset) {
      prepare();
    }
  });
  addEventListener("dragenter", (event) => isFile(event) && prepare());
  const over = (event) => {
    if (isFile(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      sign(true);
    }
  };
  addEventListener("dragenter", over);
  addEventListener("dragover", over);
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      sign(false);
    }
  });
  addEventListener("drop", (event) => {
    if (isFile(event)) {
      event.preventDefault();
      sign(false);
      const { files, items } = event.dataTransfer;
      // A folder is among the files, without content and by its name alone.
      const entries = [...items]
        .filter((item) => item.kind === "file")
        .map((item) => item.webkitGetAsEntry?.());
      const isFolder = entries.map((entry) => Boolean(entry?.isDirectory));
      if (isFolder.includes(true) && document.getElementById("board")) {
        unfold(entries).then((found) => take(found));
      } else {
        take([...files], isFolder);
      }
    }
  });
  addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && "openFile" in field.dataset) {
      const files = [...field.files];
      // The same file can be chosen again only after the field is emptied.
      field.value = "";
      take(files);
    }
  });
  // Before the grid sees it, which takes numbers only.
  addEventListener("paste", (event) => {
    const place = event.target;
    const isCell = place instanceof Element && place.matches("[data-cell]");
    const takesText = place instanceof Element && place.closest("input, textarea, [contenteditable]");
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (IS_BLOCK.test(text) && (isCell ? HAS_WORDS.test(text) : !takesText)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      arrive({ kind: "table", name: "", text });
    }
  }, true);
  const link = () => {
    if (location.hash.startsWith(linkStart)) {
      arrive({ kind: "link", name: "", text: location.hash });
    }
  };
  addEventListener("hashchange", link);
  link();
  return "";
}

// All files in folders and in those within them, in the order in which they are found.
async function unfold(entries) {
  const found = [];
  const waiting = [...entries];
  while (waiting.length > 0 && found.length < MOST_FILES) {
    const entry = waiting.shift();
    if (entry?.isFile) {
      const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
      found.push(...(file ? [file] : []));
    } else if (entry) {
      const reader = entry.createReader();
      const more = () => new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      // A browser gives a hundred at a time, and none after the last.
      for (let some = await more(); some.length > 0; some = await more()) {
        waiting.push(...some);
      }
    }
  }
  return found;
}

function take(all, isFolder = []) {
  const files = all.filter((_, index) => !isFolder[index]);
  const folders = all.length - files.length;
  if (files.length > 0) {
    arrive({ kind: "file", name: files[0].name, file: files[0] }, files, folders);
  } else if (folders > 0) {
    arrive({ kind: "folder", name: all[0].name }, [], folders);
  }
}

// The styles of what this script brings; nobody waits for them before.
function dress() {
  for (const style of [new URL("./office.css", import.meta.url), new URL("./board.css", import.meta.url)]) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    document.head.append(link);
  }
}

// Hands a file to the visitor; `detail` is its name and its media type on two lines.
function save(text, detail) {
  return hand(new Blob([text], { type: detail.split("\n")[1] }), detail);
}

// Has the worker make a file and hands it over: the errand stands on the third line.
async function keep(text, detail) {
  const [, type, errand] = detail.split("\n");
  const [kind, words, made] = await ask(errand, text, null);
  if (!made) {
    return kind + "\n" + words;
  }
  return hand(new Blob([made], { type }), detail);
}

function hand(blob, detail) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = detail.split("\n")[0];
  link.click();
  // The click has taken its own hold of the data, but not in every browser at once.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return "";
}

// An SVG as a picture file, twice as fine as it is wide.
async function picture(svg, detail) {
  return hand(await pixels(svg), detail);
}

async function pixels(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * PIXELS;
    canvas.height = image.naturalHeight * PIXELS;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) {
      throw "picture";
    }
    return blob;
  } catch {
    throw "picture";
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Puts a text on the clipboard; as a table too where `html` says how it looks.
async function copy(text, html) {
  try {
    if (html && globalThis.ClipboardItem) {
      const part = (words, type) => new Blob([words], { type });
      const item = { "text/plain": part(text, "text/plain"), "text/html": part(html, "text/html") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return "";
  } catch {
    throw "clipboard";
  }
}

async function copyPicture(svg) {
  try {
    // The promise and not its value: the clipboard is asked while the click is still fresh.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pixels(svg) })]);
    return "";
  } catch {
    throw "clipboard";
  }
}
