/** ESLint's recommended rules, for the widgets, the page's own script and their tests; and for the styles. */

import css from "@eslint/css";
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["microgpt/widgets/data/", "_build/", "node_modules/", ".venv/"] },
  {
    files: ["**/*.js"],
    ...js.configs.recommended,
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
  },
  {
    files: ["**/*.css"],
    language: "css/css",
    plugins: { css },
    rules: {
      ...css.configs.recommended.rules,
      "css/no-invalid-properties": ["error", { allowUnknownVariables: true }], // colours come from tokens.css
      "css/use-baseline": "off", // which browsers a rule works in, the tests in three engines say
    },
  },
  {
    files: ["book/theme/**/*.css"],
    rules: { "css/no-important": "off" }, // the theme that it adjusts uses it
  },
];
