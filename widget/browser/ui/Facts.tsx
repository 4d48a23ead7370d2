import type { FactsProps } from "./PartProps.ts";

/** The price, what it costs more than what it replaces, and how it was rated. */
export function Facts(facts: FactsProps) {
  const { product, price, plus, props } = facts;
  const { rating } = product;
  const { texts, later, money, rare } = props;
  const write = (count: number) => count.toLocaleString(texts.lang);
  const stars = rating && `★ ${write(rating.value)} (${write(rating.count)})`;
  return (
    <p class="price">
      {price && money(price)}
      <i class="facts">
        {" "}
        {plus && <bdi>{`(${plus})`}</bdi>} {stars && <bdi>{later?.Stars(stars, product, texts) ?? stars}</bdi>}
      </i>
      {rare?.Notes(facts)}
    </p>
  );
}
