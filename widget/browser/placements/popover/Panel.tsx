import { guard } from "../../lib/guard.ts";
import type { PartProps } from "../../ui/PartProps.ts";
import { Evidence } from "./Evidence.tsx";
import { Variants } from "./Variants.tsx";

export interface PanelProps extends PartProps {
  /** Above the page; else in the flow under its opener. */
  readonly isAbove: boolean;
  /** With it the variants are shown, else the evidence. */
  readonly select: HTMLSelectElement | undefined;
  close(): void;
}

/** What an opener opens. In the flow it needs no name and no way out: it stands under its opener, which closes it. */
export function Panel({ isAbove, select, close, ...part }: PanelProps) {
  const { texts, local } = part.props;
  const content = select ? <Variants select={select} done={close} /> : <Evidence {...part} />;
  if (!isAbove) return <div class="panel">{content}</div>;
  const title = select ? texts.choose : local["topic"] === "compare" ? texts.compare : texts.why;
  return (
    <div class="panel above" role="dialog" aria-label={title} tabIndex={-1}>
      <p class="title">{title}</p>
      <button type="button" class="close" aria-label={texts.close} onClick={guard(close)}>
        ×
      </button>
      {content}
    </div>
  );
}
