import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { performHere } from "./lib/drill-use-cases";
import type { Write } from "./lib/drill-writes";

/**
 * The application of the kill drill: it carries out a use case for each request and answers when it is done, as the web server
 * does for an action, but draws no page, so that a small machine can write fast enough.
 */
const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    response.end("up");
    return;
  }
  try {
    // Sent by the drill itself.
    const write = (await json(request)) as Write;
    response.end(await performHere(write));
  } catch {
    response.writeHead(500).end();
  }
});
server.listen(Number(process.argv[2]), "127.0.0.1");
