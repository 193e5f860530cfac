// Written by tools/make_trained_js.py from microgpt/datasets: not for editing.
export const config = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16};
export const chars = "abcdefghijklmnopqrstuvwxyz";
export const run = {"seed": 42, "steps": 1000, "num_docs": 4825, "temperature": 0.5};
