import type { VNode } from "preact";
import type { Afterwards } from "../../types/lift.ts";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** What became of the shop's own orders, by arm. Counts without an interval, and so without a verdict. */
export function AfterwardsSection({ data: { lift }, language }: SectionProps): VNode {
  const { count, share } = language;
  const texts = language.texts.afterwards;
  return (
    <>
      <Table
        label={texts.title}
        head={texts.group}
        name={({ arm }: Afterwards) => language.texts.effects.arms[arm]}
        columns={[
          { name: texts.orders, of: ({ orders }: Afterwards) => count(orders) },
          { name: texts.returned, of: ({ returned }) => count(returned) },
          { name: texts.returnRate, of: ({ returnRate }) => share(returnRate) },
          { name: texts.customers, of: ({ customers }) => count(customers) },
          { name: texts.repeated, of: ({ repeated }) => count(repeated) },
          { name: texts.repeatRate, of: ({ repeatRate }) => share(repeatRate) },
        ]}
        rows={lift.afterwards}
      />
      <p class="note">{texts.note}</p>
    </>
  );
}
