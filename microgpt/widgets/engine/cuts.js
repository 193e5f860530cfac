/**
 * Rules of choosing: some letters are cut away, and what is left is stretched to 1 again, as
 * `microgpt/widgets/generation/cuts.py` does.
 */

/** @typedef {"all" | "greedy" | "top-k" | "top-p"} Rule */
/** @typedef {{ rule: Rule, top_k: number, top_p: number }} Cut */

/**
 * Which of the probabilities a rule leaves. Of equal ones, the first stays.
 * @param {ArrayLike<number>} probs
 * @param {Cut} cut
 * @returns {boolean[]}
 */
export function kept(probs, { rule, top_k, top_p }) {
  const ranked = Array.from(probs, (p, i) => ({ p, i })).sort((a, b) => b.p - a.p || a.i - b.i);
  const stays = Array.from(probs, () => false);
  if (rule === "top-p") {
    let reached = 0;
    for (const { p, i } of ranked) {
      if (reached < top_p) stays[i] = true;
      reached += p;
    }
    return stays;
  }
  const many = { all: ranked.length, greedy: 1, "top-k": top_k }[rule];
  for (const { i } of ranked.slice(0, many)) stays[i] = true;
  return stays;
}

/**
 * What is left, divided by its sum: together 1 again; what was cut away is 0.
 * @param {ArrayLike<number>} probs
 * @param {boolean[]} stays
 * @returns {number[]}
 */
export function stretched(probs, stays) {
  const all = Array.from(probs);
  const total = all.reduce((sum, p, i) => (stays[i] ? sum + p : sum), 0);
  return all.map((p, i) => (stays[i] ? p / total : 0));
}
