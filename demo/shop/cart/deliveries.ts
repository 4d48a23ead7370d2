export type DeliveryId = "standard" | "express" | "pick-up";

export interface Delivery {
  readonly id: DeliveryId;
  readonly title: string;
  readonly when: string;
  /** Minor units. */
  readonly price: number;
}

/** From this sum of goods on, in minor units, standard delivery is free. */
export const FREE_FROM = 4900;

/** The ways of delivery with their prices for goods of this sum. */
export function deliveriesFor(goods: number): readonly Delivery[] {
  return [
    { id: "standard", title: "Standard delivery", when: "2 to 3 working days", price: goods >= FREE_FROM ? 0 : 490 },
    { id: "express", title: "Express delivery", when: "Tomorrow before noon", price: 990 },
    { id: "pick-up", title: "Collect at the shop", when: "Ready in two hours", price: 0 },
  ];
}

export function isDelivery(id: unknown): id is DeliveryId {
  return id === "standard" || id === "express" || id === "pick-up";
}
