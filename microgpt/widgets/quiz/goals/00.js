/** When the tasks of chapter 00 are met. */

/** @type {Record<string, { met: (state: any) => boolean }>} */
export const goals = {};
