/** How the reader's hand does in a challenge: the losses it went through, and the best one kept. */

const LONGEST = 200;

/** @typedef {import("./playground.js").State} State */

/** Where the best loss of a challenge is kept. @param {string} challenge */
const placeOf = (challenge) => `playground-${challenge}`;

/** @param {ReturnType<typeof import("../kit/store.js").openStore>} store */
export function scoreKeeper(store) {
  let losses = /** @type {number[]} */ ([]);
  let about = "";
  const best = (/** @type {string} */ challenge) => store.read("score", placeOf(challenge));
  return {
    best,
    /**
     * Keep a loss that was reached by hand, where it is the best so far.
     * @param {string} challenge
     * @param {number} reached
     */
    keep(challenge, reached) {
      if (challenge === "off") return;
      const record = best(challenge);
      if (record === null || reached < record) store.write("score", placeOf(challenge), reached);
    },
    /**
     * The losses up to the one that stands there now.
     * @param {State} state
     * @param {number} current
     */
    history({ w, b, challenge }, current) {
      const mine = JSON.stringify([w, b, challenge]);
      if (!about.endsWith(`"${challenge}"]`)) losses = [];
      if (mine !== about) losses = [...losses, current].slice(-LONGEST);
      about = mine;
      return losses;
    },
    clear() {
      losses = [];
      about = "";
    },
  };
}
