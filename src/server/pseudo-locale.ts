type Messages = { [key: string]: string | Messages };

const accents: Record<string, string> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  y: "ý",
  c: "ç",
  n: "ñ",
  s: "š",
  z: "ž",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  C: "Ç",
  N: "Ñ",
  S: "Š",
  Z: "Ž",
};

/** Replaces letters of the words of an ICU message, and leaves arguments, keywords, selectors and tags as they are. */
export function pseudoMessage(message: string): string {
  let result = "";
  let index = 0;
  // A "{" opens an argument when we are in words, and a sub-message when we are among the options of an argument.
  const stack: ("words" | "argument")[] = ["words"];
  while (index < message.length) {
    const character = message.charAt(index);
    const place = stack.at(-1);
    if (character === "{") stack.push(place === "words" ? "argument" : "words");
    else if (character === "}") stack.pop();
    else if (character === "<" && place === "words" && message.includes(">", index)) {
      const end = message.indexOf(">", index);
      result += message.slice(index, end + 1);
      index = end + 1;
      continue;
    }
    result += place === "words" ? (accents[character] ?? character) : character;
    index += 1;
  }
  return result;
}

/** The same tree of messages in the pseudo-locale. */
export function pseudoMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : pseudoMessages(value),
    ]),
  );
}
