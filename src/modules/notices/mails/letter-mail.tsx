import { renderToStaticMarkup } from "react-dom/server";
import type { Letter, LetterItem } from "./letter";
import { fonts, painted, sheet } from "./look";

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

const layout = { role: "presentation", cellPadding: 0, cellSpacing: 0, border: 0 } as const;
const text = { margin: 0, fontSize: 16, lineHeight: "24px" } as const;
const small = { margin: 0, fontSize: 13, lineHeight: "20px" } as const;

/** A mail as HTML that every reader of mail can show: tables, styles at the elements, no picture and no script. */
export function letterAsHtml(letter: Letter, locale: string): string {
  return `<!doctype html>${renderToStaticMarkup(<Mail letter={letter} locale={locale} />)}`;
}

function Mail({ letter, locale }: { letter: Letter; locale: string }) {
  const direction = rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
  return (
    <html lang={locale} dir={direction}>
      {/* biome-ignore lint/style/noHeadElement: a mail is a document of its own, no page of the product */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{sheet}</style>
      </head>
      <body {...painted({ backgroundColor: "canvas" }, { margin: 0, padding: 0, fontFamily: fonts })}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>{letter.preview}</div>
        <table {...layout} width="100%" dir={direction} {...painted({ backgroundColor: "canvas" })}>
          <tbody>
            <tr>
              <td align="center" className="frame" style={{ padding: "32px 16px" }}>
                <table {...layout} width="100%" style={{ maxWidth: 568 }}>
                  <tbody>
                    <tr>
                      <td>
                        <Sender name={letter.sender} />
                        <Card letter={letter} />
                        <Footer letter={letter} />
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Sender({ name }: { name: string }) {
  return (
    <div className="head" style={{ padding: "0 4px 14px" }}>
      <p {...painted({ color: "ink-2" }, { ...small, fontWeight: 600 })}>{name}</p>
    </div>
  );
}

function Card({ letter }: { letter: Letter }) {
  const { items, title, action } = letter;
  const [first] = items;
  const border = { borderWidth: 1, borderStyle: "solid", borderRadius: 8, borderCollapse: "separate" } as const;
  return (
    <table
      {...layout}
      width="100%"
      {...withClass("card", painted({ backgroundColor: "surface", borderColor: "line" }, border))}
    >
      <tbody>
        <tr>
          <td className="pad" style={{ padding: "28px 32px 32px" }}>
            <h1 {...painted({ color: "ink" }, { margin: 0, fontSize: 20, lineHeight: "28px", fontWeight: 600 })}>
              {title}
            </h1>
            {items.length === 1 && first ? (
              <Alone item={first} />
            ) : (
              items.map((item) => <OneOf key={item.id} item={item} />)
            )}
            <Button {...action} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The one thing a mail is about, with its facts. */
function Alone({ item }: { item: LetterItem }) {
  return (
    <>
      <p {...painted({ color: "ink-2" }, { ...text, paddingTop: 8 })}>{item.text}</p>
      <Quote quote={item.quote} />
      {item.facts.length > 0 && (
        <table {...layout} width="100%" style={{ marginTop: 20 }}>
          <tbody>
            {item.facts.map(({ label, value }) => (
              <tr key={label}>
                <td
                  width="128"
                  valign="top"
                  {...painted({ color: "ink-3", borderColor: "line" }, { ...small, ...factCell, paddingInlineEnd: 12 })}
                >
                  {label}
                </td>
                <td
                  valign="top"
                  {...painted({ color: "ink", borderColor: "line" }, { ...factCell, fontSize: 14, lineHeight: "20px" })}
                >
                  {value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const factCell = { padding: "8px 0", borderTopWidth: 1, borderTopStyle: "solid" } as const;

/** One of several things. */
function OneOf({ item }: { item: LetterItem }) {
  return (
    <div
      {...painted(
        { borderColor: "line" },
        { marginTop: 16, paddingTop: 16, borderTopWidth: 1, borderTopStyle: "solid" },
      )}
    >
      <p style={{ ...text, fontWeight: 600 }}>
        <a href={item.href} {...painted({ color: "ink" }, { textDecoration: "underline" })}>
          {item.title}
        </a>
      </p>
      <p {...painted({ color: "ink-2" }, { ...text, fontSize: 14, lineHeight: "20px", paddingTop: 2 })}>{item.text}</p>
      <Quote quote={item.quote} />
      <p {...painted({ color: "ink-3" }, { ...small, paddingTop: 8 })}>
        {item.when}
        {" · "}
        {item.why}
      </p>
    </div>
  );
}

/** What somebody wrote, line by line as it was written. */
function Quote({ quote }: Pick<LetterItem, "quote">) {
  if (!quote) return null;
  const box = { marginTop: 16, padding: "12px 16px", borderRadius: 6 };
  return (
    <div {...painted({ backgroundColor: "sunken" }, box)}>
      <p {...painted({ color: "ink" }, { ...text, fontSize: 15, whiteSpace: "pre-line", overflowWrap: "anywhere" })}>
        {quote.text}
      </p>
      <p {...painted({ color: "ink-2" }, { ...small, paddingTop: 4 })}>{quote.by}</p>
    </div>
  );
}

function Button({ label, href }: { label: string; href: string }) {
  const link = { display: "inline-block", padding: "12px 20px", fontSize: 16, lineHeight: "20px", fontWeight: 600 };
  return (
    <table {...layout} style={{ marginTop: 28 }}>
      <tbody>
        <tr>
          <td align="center" {...painted({ backgroundColor: "accent" }, { borderRadius: 6 })}>
            <a href={href} {...painted({ color: "on-accent" }, { ...link, textDecoration: "none" })}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Footer({ letter: { why, choices } }: { letter: Letter }) {
  return (
    <div className="pad" style={{ padding: "20px 4px 0" }}>
      <p {...painted({ color: "ink-3" }, small)}>{why}</p>
      <p {...painted({ color: "ink-3" }, { ...small, paddingTop: 6 })}>
        {choices.map(({ label, href }, index) => (
          <span key={href}>
            {index > 0 && " · "}
            <a href={href} {...painted({ color: "ink-2" }, { textDecoration: "underline" })}>
              {label}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}

/** The attributes of an element with one class more. */
function withClass<Attributes extends { className: string }>(name: string, attributes: Attributes): Attributes {
  return { ...attributes, className: `${name} ${attributes.className}` };
}
