import type { LayoutProps } from "../../../types/layout.ts";
import type { Difference, Offer } from "../../../types/offer.ts";
import { subtract } from "../../lib/money.ts";
import { plusText } from "../../ui/plusText.ts";
import { capitalise } from "../../ui/texts/capitalise.ts";

interface ComparisonProps {
  readonly offer: Offer;
  readonly differences: readonly Difference[];
  readonly props: LayoutProps;
}

/** What is replaced and the alternative, side by side: every difference, the better and the worse alike, and what it costs more. */
export function Comparison({ offer, differences, props }: ComparisonProps) {
  const { price, priceDifference: more, forTitle, product } = offer;
  const plus = plusText(offer, props);
  return (
    <table>
      <thead>
        <tr>
          {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the corner of a table names nothing */}
          <td />
          <th scope="col">
            <bdi>{forTitle}</bdi>
          </th>
          <th scope="col">
            <bdi>{product.title}</bdi>
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ attribute, from, to, better }) => (
          <tr key={attribute}>
            <th scope="row">{capitalise(attribute)}</th>
            <td>
              <bdi>{from ?? "–"}</bdi>
            </td>
            <td>
              <bdi>{to}</bdi>
              {better !== undefined && <Mark better={better} props={props} />}
            </td>
          </tr>
        ))}
      </tbody>
      {price && more && plus && (
        <tfoot>
          <tr>
            <th scope="row">
              <bdi>{plus}</bdi>
            </th>
            <td>{props.money(subtract(price, more))}</td>
            <td>{props.money(price)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** In words, and by a sign: neither needs a colour. */
function Mark({ better, props: { texts } }: { readonly better: boolean; readonly props: LayoutProps }) {
  return (
    <b>
      <span aria-hidden="true">{better ? "+ " : "− "}</span>
      {better ? texts.isBetter : texts.isWorse}
    </b>
  );
}
