import type { VNode } from "preact";
import type { LanguageCode } from "./chooseLanguage.ts";
import { LANGUAGES, TEXTS } from "./chooseLanguage.ts";
import type { Connection } from "./connection.ts";
import type { Language } from "./createLanguage.ts";
import { fillText } from "./fillText.ts";

export interface HeaderProps {
  readonly connection: Connection;
  /** When the figures came; in a file: how far they go. */
  readonly at: number | undefined;
  readonly language: Language;
  readonly onLanguage: (code: LanguageCode) => void;
}

/** The title, how fresh the figures are, and the languages. */
export function Header({ connection, at, language, onLanguage }: HeaderProps): VNode {
  const { texts, code } = language;
  return (
    <header>
      <h1>{texts.title}</h1>
      <output class={`status ${connection}`}>{describe(connection, at, language)}</output>
      <div class="languages" role="group" aria-label={texts.top.language}>
        {LANGUAGES.map((other) => (
          <button key={other} type="button" lang={other} aria-pressed={other === code} onClick={() => onLanguage(other)}>
            {TEXTS[other].name}
          </button>
        ))}
      </div>
    </header>
  );
}

function describe(connection: Connection, at: number | undefined, { texts, clock, moment }: Language): string {
  if (connection === "file") return at === undefined ? "" : fillText(texts.top.asOf, { date: moment(at) });
  return [texts.top[connection], ...(at === undefined ? [] : [clock(at)])].join(" · ");
}
