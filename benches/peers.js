// Reads the same bytes with Byspejl's office program as it is shipped and with other libraries, in
// one and the same worker. Started by `cargo xtask bench` (xtask/src/peers.rs), a fresh one for each
// round; nothing of it is shipped.
//
// A message is { office, files, peersFirst, again }; the answer is a list of
// { file, reader, cells, times }: how many cells hold something, and how long each reading took in
// milliseconds, the first one in a fresh program first. Bytes to text counts for everybody.

importScripts("./papaparse.js", "./xlsx.js");

// Neither formulas nor shown texts nor markup: values alone, as we read them.
const VALUES = { dense: true, cellFormula: false, cellHTML: false, cellText: false };

const filled = (rows) => {
  let cells = 0;
  for (const row of rows) {
    for (const cell of row) {
      // A row with gaps has them as undefined.
      cells += cell !== "" && cell != null;
    }
  }
  return cells;
};

const peers = {
  csv: {
    papaparse: (bytes) => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ";" }).data,
  },
  xlsx: {
    sheetjs: (bytes) => {
      const book = XLSX.read(bytes, VALUES);
      return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
    },
  },
};

addEventListener("message", async ({ data: { office, files, peersFirst, again } }) => {
  try {
    const ours = await import(office);
    await ours.default();
    const results = [];
    for (const file of files) {
      const bytes = new Uint8Array(await (await fetch("./" + file)).arrayBuffer());
      const readers = Object.entries(peers[file.split(".").pop()]);
      const readings = [
        ["cells", () => ours.count_cells(file, bytes), (count) => count],
        ["whole", () => ours.answer("open", file, bytes), (reply) => reply[1].length],
      ];
      for (const [name, read] of readers) {
        readings[peersFirst ? "unshift" : "push"]([name, () => read(bytes), filled]);
      }
      for (const [reader, read, count] of readings) {
        const times = [];
        let cells = 0;
        for (let round = 0; round <= again; round += 1) {
          const start = performance.now();
          const result = read();
          times.push(performance.now() - start);
          cells = count(result);
        }
        results.push({ file, reader, cells, times });
      }
    }
    postMessage({ results });
  } catch (error) {
    postMessage({ error: String((error && error.stack) || error) });
  }
});
