/**
 * Python's `random.Random` in JavaScript: the same seed gives the same numbers, so the page draws
 * the names Python draws.
 *
 * The generator is the Mersenne Twister MT19937; the methods turn its 32-bit words into floats,
 * integers and normal deviates the way CPython does, word for word. `gauss` calls log, sin and cos,
 * whose last bit differs between systems.
 */

const N = 624; // words of state
const M = 397; // how far ahead a word looks when the state is renewed

/** The whole part of |seed| cut into 32-bit words, lowest first. @param {bigint} seed */
function words(seed) {
  const key = [];
  for (let rest = seed < 0n ? -seed : seed; rest > 0n || key.length === 0; rest >>= 32n)
    key.push(Number(rest & 0xffffffffn));
  return key;
}

/** How many binary digits n has. @param {number} n */
function bitLength(n) {
  return n < 2 ** 32 ? 32 - Math.clz32(n) : 64 - Math.clz32(n / 2 ** 32);
}

/**
 * Which of the stacked weights `u` falls on, u from [0, 1): what `choices(range(n), weights)` does
 * with its random number.
 * @param {ArrayLike<number>} weights
 * @param {number} u
 * @returns {number}
 */
export function pick(weights, u) {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  if (!(total > 0 && total < Infinity))
    throw new Error("The weights must add up to a finite number above zero.");
  const target = u * total;
  for (let i = 0, sum = 0; i < weights.length - 1; i++) if (target < (sum += weights[i])) return i;
  return weights.length - 1;
}

/**
 * A stream of random numbers, fixed by its seed.
 *
 *     const random = new Random(42);
 *     random.random();                // 0.6394267984578837, as in Python
 */
export class Random {
  /** @param {number | bigint} seed a whole number; like Python, the sign is ignored */
  constructor(seed) {
    if (typeof seed === "number" && !Number.isSafeInteger(seed))
      throw new Error(`A seed is a whole number, not ${seed}.`);
    this.state = new Uint32Array(N);
    this.index = N; // the next word to hand out; N: all are used up
    /** @type {number | null} the second of a pair of normal deviates, kept for the next call */
    this.nextGauss = null;
    this.seedBy(words(BigInt(seed)));
  }

  /** MT19937's "init_by_array". @param {number[]} key 32-bit words */
  seedBy(key) {
    const s = this.state;
    s[0] = 19650218;
    for (let i = 1; i < N; i++) s[i] = Math.imul(1812433253, s[i - 1] ^ (s[i - 1] >>> 30)) + i;
    let i = 1;
    for (let k = 0; k < Math.max(N, key.length); k++) {
      const j = k % key.length;
      s[i] = (s[i] ^ Math.imul(s[i - 1] ^ (s[i - 1] >>> 30), 1664525)) + key[j] + j;
      i = this.follow(i);
    }
    for (let k = 1; k < N; k++) {
      s[i] = (s[i] ^ Math.imul(s[i - 1] ^ (s[i - 1] >>> 30), 1566083941)) - i;
      i = this.follow(i);
    }
    s[0] = 0x80000000;
  }

  /**
   * The index after i in the ring that seeding walks: the last word is also the one before word 1.
   * @param {number} i
   */
  follow(i) {
    if (i + 1 < N) return i + 1;
    this.state[0] = this.state[N - 1];
    return 1;
  }

  /** All 624 words anew. */
  renew() {
    const s = this.state;
    for (let i = 0; i < N; i++) {
      const y = (s[i] & 0x80000000) | (s[(i + 1) % N] & 0x7fffffff);
      s[i] = s[(i + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }

  /** The next 32 random bits. @returns {number} a whole number from 0 to 2**32 - 1 */
  word() {
    if (this.index === N) this.renew();
    let y = this.state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A float from [0, 1) with 53 random bits. @returns {number} */
  random() {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** k random bits as a whole number. @param {number} k 0 to 53 @returns {number} */
  getrandbits(k) {
    if (!(Number.isInteger(k) && k >= 0 && k <= 53))
      throw new Error(`getrandbits gives 0 to 53 bits, not ${k}.`);
    if (k === 0) return 0;
    if (k <= 32) return this.word() >>> (32 - k);
    const low = this.word();
    return (this.word() >>> (64 - k)) * 2 ** 32 + low;
  }

  /**
   * A whole number from 0 to n - 1, all equally likely: draws again when the bits are too large.
   * @param {number} n
   * @returns {number}
   */
  randbelow(n) {
    if (!(Number.isSafeInteger(n) && n > 0))
      throw new Error(`There is no whole number from 0 to below ${n}.`);
    const k = bitLength(n);
    let r = this.getrandbits(k);
    while (r >= n) r = this.getrandbits(k);
    return r;
  }

  /**
   * A whole number from start to stop - 1; `randrange(n)` starts at 0.
   * @param {number} start
   * @param {number} [stop]
   * @returns {number}
   */
  randrange(start, stop) {
    return stop === undefined ? this.randbelow(start) : start + this.randbelow(stop - start);
  }

  /**
   * A float between a and b.
   * @param {number} a
   * @param {number} b
   * @returns {number}
   */
  uniform(a, b) {
    return a + (b - a) * this.random();
  }

  /** Mixes a list in place. @template T @param {{ length: number, [index: number]: T }} list */
  shuffle(list) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.randbelow(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
  }

  /**
   * A normal deviate. Two uniform numbers make two of them: a point at a random angle, at a random
   * distance.
   * @param {number} mu
   * @param {number} sigma
   * @returns {number}
   */
  gauss(mu = 0, sigma = 1) {
    let z = this.nextGauss;
    this.nextGauss = null;
    if (z === null) {
      const angle = this.random() * (2 * Math.PI);
      const distance = Math.sqrt(-2 * Math.log(1 - this.random()));
      z = Math.cos(angle) * distance;
      this.nextGauss = Math.sin(angle) * distance;
    }
    return mu + z * sigma;
  }

  /**
   * k elements, drawn in proportion to their weights, each put back before the next draw.
   * @template T
   * @param {ArrayLike<T>} population
   * @param {ArrayLike<number>} weights
   * @param {number} k
   * @returns {T[]}
   */
  choices(population, weights, k = 1) {
    if (weights.length !== population.length)
      throw new Error("choices needs one weight for each element.");
    return Array.from({ length: k }, () => population[pick(weights, this.random())]);
  }
}
