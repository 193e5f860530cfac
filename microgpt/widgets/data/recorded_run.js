// Written by tools/make_trained_js.py from microgpt/datasets: not for editing.
export const config = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16};
export const chars = "abcdefghijklmnopqrstuvwxyz";
export const run = {"seed": 42, "steps": 1000, "num_docs": 4825, "temperature": 0.5};
export const losses = [[1, 3.4632084978444055], [50, 2.7035618457262616], [100, 2.343873622963348], [150, 2.2656014460520733], [200, 3.166065533106475], [250, 2.4194051057713897], [300, 2.5217328402276036], [350, 3.0083279734485657], [400, 2.3238893346938148], [450, 3.012793661713374], [500, 2.7874066003883486], [550, 2.610054358418994], [600, 2.047970152207138], [650, 2.142204865822143], [700, 2.340103622103355], [750, 2.686368977161028], [800, 2.8614785572967105], [850, 2.5829749486469447], [900, 2.187009705297742], [950, 2.251137923184095], [1000, 2.1899435189666923]];
export const samples = ["dadin", "janan", "chana", "maria", "malia", "aman", "shain", "malime", "jan", "daedis", "tarina", "reri", "janana", "alendia", "jun", "masreli", "jurel", "murah", "karina", "nandele"];
