import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import { Alarm } from "./Alarm.tsx";
import type { LanguageCode } from "./chooseLanguage.ts";
import type { Connection } from "./connection.ts";
import { createLanguage } from "./createLanguage.ts";
import { Empty } from "./Empty.tsx";
import { Header } from "./Header.tsx";
import { Measured } from "./Measured.tsx";
import type { Section } from "./sections.ts";
import { COMPARED, COUNTED } from "./sections.ts";
import type { ExportedTable } from "./texts/reportTexts.ts";
import type { SectionProps } from "./sectionProps.ts";

export interface ReportProps {
  readonly data?: ReportData;
  /** When the figures came, in milliseconds since 1970. */
  readonly at?: number;
  readonly connection: Connection;
  readonly language: LanguageCode;
  /** The reader's own kind of the language, such as `en-GB`. */
  readonly locale?: string;
  readonly onLanguage: (code: LanguageCode) => void;
  /** Addresses of what can be had as CSV, where there is somebody to ask. */
  readonly exports?: Readonly<Record<ExportedTable, string>>;
}

/** The whole page. */
export function Report({ data, at, connection, language: code, locale, onLanguage, exports }: ReportProps): VNode {
  const language = createLanguage(code, data?.series.zone, locale);
  const { texts } = language;
  return (
    <>
      <Header connection={connection} at={connection === "file" ? data?.last : at} language={language} onLanguage={onLanguage} />
      <main>{data ? <Figures data={data} language={language} /> : connection === "lost" ? undefined : <p>{texts.top.waiting}</p>}</main>
      {exports ? (
        <footer>
          {texts.exports.title}: <a href={exports.events}>{texts.exports.events}</a> · <a href={exports.orders}>{texts.exports.orders}</a>
        </footer>
      ) : undefined}
    </>
  );
}

function Figures({ data, language }: SectionProps): VNode {
  const isShown = (section: Section) => section.isShown?.(data) ?? true;
  const [compared, counted] = [COMPARED.filter(isShown), COUNTED.filter(isShown)];
  const draw = (section: Section) => <Card key={section.id} section={section} data={data} language={language} />;
  if (data.events === 0 && !data.earlier?.length) return <Empty data={data} language={language} />;
  return (
    <>
      <Measured data={data} language={language} />
      <Alarm data={data} language={language} />
      <div class="body">
        <JumpNav sections={[...compared, ...counted]} data={data} language={language} />
        <div class="sections">
          {compared.map(draw)}
          <p class="divider">{language.texts.counted}</p>
          {counted.map(draw)}
        </div>
      </div>
    </>
  );
}

function Card({ section: { id, title, Body, isHalf }, data, language }: SectionProps & { readonly section: Section }): VNode {
  return (
    <section id={id} class={isHalf ? undefined : "wide"} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title(language.texts, data)}</h2>
      <Body data={data} language={language} />
    </section>
  );
}

interface JumpNavProps extends SectionProps {
  readonly sections: readonly Section[];
}

function JumpNav({ sections, data, language: { texts } }: JumpNavProps): VNode {
  return (
    <nav class="jump" aria-label={texts.top.parts}>
      {sections.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title(texts, data)}
        </a>
      ))}
    </nav>
  );
}
