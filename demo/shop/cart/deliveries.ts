export type DeliveryId = "standard" | "express" | "pick-up";

export interface Delivery {
  readonly id: DeliveryId;
  /** Minor units. */
  readonly price: number;
}

/** From this sum of goods on, in minor units, standard delivery is free. */
export const FREE_FROM = 4900;

/** The ways of delivery with their prices for goods of this sum. */
export function deliveriesFor(goods: number): readonly Delivery[] {
  return [
    { id: "standard", price: goods >= FREE_FROM ? 0 : 490 },
    { id: "express", price: 990 },
    { id: "pick-up", price: 0 },
  ];
}

export function isDelivery(id: unknown): id is DeliveryId {
  return id === "standard" || id === "express" || id === "pick-up";
}
