"""A complete GPT from nothing, one idea per file. Importing it needs the standard library only, and does nothing.

>>> from microgpt import Value
>>> x = Value(3.0)
>>> (x * x + 1).backward()
>>> x.grad
6.0
"""

from microgpt.checkpoint import load_checkpoint, save_checkpoint
from microgpt.data import load_names
from microgpt.gradients import check_gradients
from microgpt.model import GPT, Config
from microgpt.nn import dot, linear, rmsnorm, softmax
from microgpt.optim import SGD, Adam
from microgpt.sampling import generate
from microgpt.tokenizer import Tokenizer
from microgpt.training import document_loss, train
from microgpt.value import Value
