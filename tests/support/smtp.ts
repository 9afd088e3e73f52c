import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

export type Received = {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly raw: string;
};

export type SmtpServer = {
  readonly url: string;
  /** Everything that was taken, doubles included. */
  readonly received: Received[];
  readonly close: () => Promise<void>;
};

type Behaviour = {
  /** Called when a mail has arrived and before it is answered; "drop" cuts the line, a text is the answer. */
  readonly onMail?: (mail: Received) => string | "drop" | undefined;
  /** The answer to who it is for. */
  readonly onRecipient?: (address: string) => string | undefined;
  /** The port to listen on; a free one where it is left out. */
  readonly port?: number;
};

const header = (raw: string, name: string) =>
  raw.match(new RegExp(`^${name}: *(.*(?:\\r\\n[ \\t].*)*)`, "im"))?.[1]?.replace(/\r\n[ \t]/g, " ") ?? "";

/** A mail server that takes everything, as plain as SMTP can be. */
export async function startSmtp({ onMail, onRecipient, port: wanted = 0 }: Behaviour = {}): Promise<SmtpServer> {
  const received: Received[] = [];
  const open = new Set<Socket>();

  function talk(socket: Socket): void {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    let buffer = "";
    let to = "";
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 test");
    socket.on("data", (chunk) => {
      buffer += chunk.toString("utf8");
      for (;;) {
        const end = buffer.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          const mail = { to, messageId: header(part, "Message-ID"), subject: header(part, "Subject"), raw: part };
          const answer = onMail?.(mail);
          if (answer === "drop") return void socket.destroy();
          if (!answer) received.push(mail);
          say(answer ?? "250 taken");
          continue;
        }
        const command = part.slice(0, 4).toUpperCase();
        if (command === "RCPT") to = part.match(/<(.*)>/)?.[1] ?? "";
        if (command === "DATA") inData = true;
        if (command === "QUIT") return void socket.end("221 bye\r\n");
        say(command === "DATA" ? "354 go on" : command === "RCPT" ? (onRecipient?.(to) ?? "250 ok") : "250 ok");
      }
    });
  }

  const server: Server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
