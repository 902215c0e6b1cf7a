// The office worker: the office program behind messages, away from the page's thread.
//
// A message is [number, errand, text, bytes or null]; the answer is [number, kind, text, bytes or
// null]. What the errands and the kinds are stands in src/exchange/message.rs. Absent: any decision.
// Started, timed and ended by office-page.js.

import start, { answer } from "./byspejl-office.js";

const started = start();
started.then(() => postMessage([0, "started", "", null]), (error) => postMessage([0, "missing", String(error), null]));

addEventListener("message", async ({ data: [number, errand, text, bytes] }) => {
  await started;
  try {
    const [kind, words, made] = answer(errand, text, new Uint8Array(bytes || 0));
    postMessage([number, kind, words, made], made ? [made.buffer] : []);
  } catch (error) {
    // A program that has stopped cannot go on; the page starts another one.
    postMessage([number, "crashed", String(error), null]);
  }
});
