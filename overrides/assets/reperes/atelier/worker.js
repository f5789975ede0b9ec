// The engine, apart from the page: Python, the check and the renderer of the site as they are (scripts/atelier).
let inside;
let last = 0; // the request that is answered

async function start(at) {
  const plain = fetch;
  self.fetch = async (address, ...rest) => {
    if (!String(address.url || address).endsWith(".wasm")) return plain(address, ...rest);
    const { body } = await plain(`${address.url || address}.gzip`); // as light whatever the host
    return new Response(body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
  };
  const { loadPyodide } = await import(`${at}pyodide.js`);
  const ours = plain(`${at}moteur.zip`).then((answer) => answer.arrayBuffer());
  const python = await loadPyodide({ indexURL: at });
  python.unpackArchive(await ours, "zip", { extractDir: "/engine" });
  python.runPython("import sys; sys.path.insert(0, '/engine')");
  inside = python.pyimport("engine_inside");
  inside.start();
}

addEventListener("message", async ({ data: { at, files } }) => {
  const mine = ++last;
  try {
    if (!inside) await start(at);
    const said = JSON.parse(inside.propose(JSON.stringify(files)));
    postMessage({ said });
    if (said.problems.length) return;
    const changes = [];
    for (let one = inside.change(); one; one = inside.change()) {
      changes.push(JSON.parse(one));
      await new Promise((next) => setTimeout(next)); // whoever asks again meanwhile is answered first
      if (mine !== last) return;
    }
    postMessage({ changes });
  } catch (error) {
    postMessage({ failed: String(error.message || error).slice(-400) });
  }
});
