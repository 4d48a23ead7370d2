const FEW_ORDERS = 5000;

/** Orders that must show a relation, unless the merchant says otherwise. A young shop has few of anything, and three are as good a ground as five. */
export const leastOrders = (orders: number): number => (orders < FEW_ORDERS ? 3 : 5);
