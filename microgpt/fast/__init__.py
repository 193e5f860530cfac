"""The same model on NumPy arrays: the same numbers, more than a thousand times faster than the program.

The names are those of the scalar engine: `GPT`, `Adam`, `train`. What changes is the unit of work. A Value is one
number, and its graph is built anew for every document. Here a whole document, or a batch of them, is one matrix with
a row per token, and a matrix product does in one call what took thousands of Values. There is no graph: each layer
knows how to pass a gradient back, and says by which formula.

    layers.py     what each layer computes, forward and backward
    model.py      the weights, and the layers put together
    training.py   Adam, the loop of training, and the loss on documents that were held out

Importing this package needs NumPy. A model of the course's size gains nothing from more than one thread. NumPy's
products of matrices begin to use several at batches of about 32 names, and on a busy machine these wait for each other
most of the time: then set the environment variable OPENBLAS_NUM_THREADS=1 before Python starts.
"""

from microgpt.fast.model import GPT
from microgpt.fast.training import Adam, evaluate, train
