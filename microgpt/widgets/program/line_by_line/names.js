/** The regions in the program's order, and the places of the switch. */

import { regions } from "../../data/program.js";

/** @typedef {"plain" | "technical" | "both"} View */

export const VIEWS = /** @type {View[]} */ (["plain", "technical", "both"]);
export const NAMES = regions.map((one) => one.name);
