/** The course's model as its run ended; without the list of names, which is long. */

import { chars, config } from "../data/course_run.js";
import { weights } from "../data/trained.js";
import { GPT } from "./gpt.js";
import { decodeFloats } from "./parameters.js";

/** After the last step. */
export const modelAfter = () => new GPT(config, chars.length + 1, decodeFloats(weights));
