/** The temperature: a slider for what is useful, and a field that takes much more. */

import { slider } from "../kit/controls.js";

/**
 * @param {number} value
 * @param {(temperature: number) => void} onInput
 */
export function temperatureSlider(value, onInput) {
  return slider({
    name: "temperature T",
    min: 0.1,
    max: 2,
    step: 0.05,
    typed: { min: 0.05, max: 100 },
    value,
    onInput,
  });
}
