/** The picture of each region: its steps, computed, and what draws them. */

import { graphScene } from "./graph_scene.js";
import { backwardSteps, operationSteps, shorthandSteps, valueSteps } from "./pictures/graphs.js";
import { attentionSteps, gptSteps, mlpSteps } from "./pictures/model.js";
import { parameterPicture, parameterSteps } from "./pictures/parameters.js";
import { nameSteps, samplingSteps, tokenSteps } from "./pictures/texts.js";
import { optimizerSteps, trainingSteps } from "./pictures/training.js";
import { linearSteps, rmsnormSteps, softmaxSteps } from "./pictures/vectors.js";
import { scene } from "./scene.js";

/** @type {Record<string, import("./stage.js").Picture<any>>} */
export const PICTURES = {
  data: { steps: nameSteps, draw: () => scene("six names") },
  tokenizer: { steps: tokenSteps, draw: () => scene("the tokens of emma") },
  value: { steps: valueSteps, draw: () => graphScene("a product") },
  operations: { steps: operationSteps, draw: () => graphScene("an operation") },
  shorthands: { steps: shorthandSteps, draw: () => graphScene("a shorthand") },
  backward: { steps: backwardSteps, draw: () => graphScene("a × b + a") },
  parameters: { steps: parameterSteps, draw: parameterPicture },
  linear: { steps: linearSteps, draw: () => scene("the results, row by row") },
  softmax: { steps: softmaxSteps, draw: () => scene("four numbers") },
  rmsnorm: { steps: rmsnormSteps, draw: () => scene("four numbers") },
  attention: { steps: attentionSteps, draw: () => scene("what b looks at") },
  mlp: { steps: mlpSteps, draw: () => scene("the units") },
  gpt: { steps: gptSteps, draw: () => scene("x on its way") },
  optimizer: { steps: optimizerSteps, draw: () => scene("one parameter") },
  training: { steps: trainingSteps, draw: () => scene("the surprises of one name") },
  sampling: { steps: samplingSteps, draw: () => scene("what may come after em") },
};
