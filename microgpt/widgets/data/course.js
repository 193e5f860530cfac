// Written by tools/make_program_js.py from microgpt/course.py: not for editing.
export const parts = [
  {"part": "I", "title": "The mathematics, from nothing"},
  {"part": "II", "title": "The learning machinery"},
  {"part": "III", "title": "The model"},
  {"part": "IV", "title": "Training and generation"},
  {"part": "V", "title": "Build it yourself"},
];
export const chapters = [
  {"number": 0, "title": "Why does this matter?", "part": "I", "line": "What a language model does, and one to play with.", "regions": []},
  {"number": 1, "title": "Numbers all the way down", "part": "I", "line": "Two lists, multiplied pair by pair and added up.", "regions": ["linear"]},
  {"number": 2, "title": "The slope of a hill", "part": "I", "line": "Nudge a number, watch the result: derivatives.", "regions": []},
  {"number": 3, "title": "Rolling downhill", "part": "I", "line": "Step against the slope until the loss is low.", "regions": []},
  {"number": 4, "title": "From a neuron to a network", "part": "I", "line": "Multiply, add, cut off at zero; then in layers.", "regions": []},
  {"number": 5, "title": "The autograd engine", "part": "II", "line": "Numbers that remember where they came from.", "regions": ["value", "operations", "shorthands", "backward"]},
  {"number": 6, "title": "From characters to vectors", "part": "III", "line": "Letters become numbers, numbers become lists.", "regions": ["data", "tokenizer", "rmsnorm"]},
  {"number": 7, "title": "Attention", "part": "III", "line": "How a token looks back and gathers what it needs.", "regions": ["softmax", "attention"]},
  {"number": 8, "title": "The full model", "part": "III", "line": "Every matrix and every line of it, put together.", "regions": ["parameters", "mlp", "gpt"]},
  {"number": 9, "title": "Training", "part": "IV", "line": "Measure the surprise and step, a thousand times.", "regions": ["optimizer", "training"]},
  {"number": 10, "title": "Generation", "part": "IV", "line": "Draw a letter, feed it back, until the name ends.", "regions": ["sampling"]},
  {"number": 11, "title": "From micro to macro", "part": "IV", "line": "What the large models change, and what they keep.", "regions": []},
  {"number": 12, "title": "Line by line", "part": "V", "line": "The whole program, each line in plain words.", "regions": []},
  {"number": 13, "title": "The ladder", "part": "V", "line": "Six programs, and what each of them buys.", "regions": []},
  {"number": 14, "title": "Write it yourself", "part": "V", "line": "A blank page, six steps, and your own GPT.", "regions": []},
  {"number": 15, "title": "The bot that never says a fruit", "part": "V", "line": "A rule, a bot that keeps it, and an attack.", "regions": []},
];
