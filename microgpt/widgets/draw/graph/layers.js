/**
 * The first step of drawing a graph of calculations: in which layer each value stands.
 *
 * A graph is a list `operands`: `operands[i]` names the values that value i was computed from, in
 * reading order; inputs have none. The result stands in the last layer, and each other value as
 * late as it can: one layer before its first user. So lines stay short.
 */

/**
 * The values, each after its operands: a topological order. Depth first from each value, so that
 * what belongs together stays together; and without recursion, so that a long chain is no trouble.
 * @param {number[][]} operands
 */
export function topological(operands) {
  const order = /** @type {number[]} */ ([]);
  const entered = operands.map(() => false);
  for (let root = 0; root < operands.length; root++) {
    if (entered[root]) continue;
    entered[root] = true;
    const path = [{ node: root, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1];
      const operand = operands[top.node][top.next++];
      if (operand === undefined) {
        order.push(top.node);
        path.pop();
      } else if (!entered[operand]) {
        entered[operand] = true;
        path.push({ node: operand, next: 0 });
      }
    }
  }
  return order;
}

/**
 * For each value, those computed from it; twice where it was used twice.
 * @param {number[][]} operands
 */
export function usersOf(operands) {
  const users = operands.map(() => /** @type {number[]} */ ([]));
  operands.forEach((some, user) => some.forEach((operand) => users[operand].push(user)));
  return users;
}

/**
 * The layer of each value, from 0.
 * @param {number[][]} operands
 */
export function layersOf(operands) {
  const layers = operands.map(() => 0);
  const users = usersOf(operands);
  const order = topological(operands);
  for (const node of order) {
    for (const operand of operands[node])
      layers[node] = Math.max(layers[node], layers[operand] + 1);
  }
  for (const node of [...order].reverse()) {
    if (users[node].length > 0)
      layers[node] = Math.min(...users[node].map((user) => layers[user])) - 1;
  }
  return layers;
}
