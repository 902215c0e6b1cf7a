// Starts the app and says so when it cannot start. Nothing else: once the app has mounted, errors
// are its own business.
//
// The contract with the app: it mounts into #app, beside #shell, while the compiled module starts,
// that is before `init()` resolves. The shell is then removed in the same task, so no frame shows
// both or neither. A start that throws leaves the shell with its message.

const shell = document.getElementById("shell");

// Later parts have names that change with their content; a program cannot write `import()` itself.
const parts = JSON.parse(document.querySelector('meta[name="byspejl-parts"]').content);
globalThis.byspejl = { load };

// One import for all who ask for a part: to those who ask while it is being made ready, WebKit
// hands it out half made. A part that did not arrive is asked for anew.
const loading = {};
function load(name) {
  if (!loading[name]) {
    loading[name] = import(new URL(parts[name], document.baseURI));
    loading[name].catch(() => delete loading[name]);
  }
  return loading[name];
}

// An address that names a language is answered in that language alone; otherwise the shell speaks
// Danish with English below it.
const language = new URLSearchParams(location.search).get("lang");
if (language === "da" || language === "en") {
  document.documentElement.lang = language;
  shell.dataset.only = language;
}

// An empty link would lose the fragment, which names the screen.
for (const link of shell.getElementsByClassName("shell-retry")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
}

async function start() {
  try {
    // Not a static import: a glue that cannot be fetched has to reach the message below.
    const { default: init } = await import("./byspejl-web.js");
    await init();
    shell.remove();
  } catch (error) {
    console.error(error);
    // The module arrived, but this browser does not know an instruction in it.
    const outdated = error instanceof WebAssembly.CompileError;
    shell.dataset.state = outdated ? "unsupported" : "failed";
  }
}

if (typeof WebAssembly === "object") {
  start();
} else {
  shell.dataset.state = "unsupported";
}
