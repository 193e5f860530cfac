"""The stages of a document on its way through the model, and the chapter of each; `journey.js` holds the same ones."""

STAGES = {
    "letters": 6,
    "ids": 6,
    "vectors": 6,
    "attended": 7,
    "logits": 8,
    "loss": 9,
    "sampled": 10,
}
