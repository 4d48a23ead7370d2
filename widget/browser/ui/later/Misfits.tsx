import type { MisfitView } from "../../../types/layout.ts";
import { Button } from "../Button.tsx";
import { failureText } from "./failureText.ts";
import type { ViewProps } from "../PartProps.ts";
import { fill } from "../texts/fill.ts";

/** The lines that lost what they were fitted or bound to; nothing leaves the cart by itself. */
export function Misfits(props: ViewProps) {
  const shown = props.misfits.filter(({ state }) => state !== "declined" && state !== "thanked");
  return shown.length ? (
    <ul class="misfits">
      {shown.map((view) => (
        <MisfitRow key={view.misfit.line.key} view={view} props={props} />
      ))}
    </ul>
  ) : null;
}

function MisfitRow({ view, props }: { readonly view: MisfitView; readonly props: ViewProps }) {
  const { misfit, state, canRemove } = view;
  const { texts } = props;
  const product = misfit.line.title ?? "";
  const done = state === "done";
  const off = state === "working" || done;
  const button = (text: string, press: () => void) => <Button text={text} name={`${text}: ${product}`} off={off} press={press} />;
  return (
    <li data-misfit={misfit.line.key}>
      <div class="card row">
        <p class="text" tabIndex={-1}>
          {fill(texts, misfit.why === "unfit" ? "unfit" : "orphaned", { product, other: misfit.forTitle })}
          {done && ` ${texts.settled} ✓`}
          {state === "failed" && ` ${failureText({ state }, props)}`}
        </p>
        {!done && (
          <div class="answers">
            {misfit.replacement &&
              button(fill(texts, "exchange", { product: misfit.replacement.product.title }), () => props.exchange(misfit))}
            {canRemove && button(texts.remove, () => props.remove(misfit))}
            {button(texts.keep, () => props.keep(misfit))}
          </div>
        )}
      </div>
    </li>
  );
}
