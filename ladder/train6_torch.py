"""The same GPT on tensors: many names in a step, on a processor, on a graphics card, or on many of them.

It is train5.py for a whole batch of names at once, and reads them as train5.py does. Flags make it larger.

    python train6_torch.py --batch 1 --dtype float64          the losses of train5.py
    torchrun --nproc-per-node 4 train6_torch.py --batch 256   four processes, each with a card and 256 names a step
"""
import argparse
import os
import random
import sys
import time

# --- flags: what to change to make it larger; the sizes of train5.py stand here ---
parser = argparse.ArgumentParser(description="Train a GPT on a list of names; under torchrun, on many devices.")
parser.add_argument("--width", type=int, default=16, help="numbers per token, n_embd (16)")
parser.add_argument("--layers", type=int, default=1, help="layers, n_layer (1)")
parser.add_argument("--heads", type=int, default=4, help="heads, n_head, which share the width (4)")
parser.add_argument("--block", type=int, default=16, help="most tokens that are read of a name, block_size (16)")
parser.add_argument("--batch", type=int, default=1, help="names that each process takes in a step (1)")
parser.add_argument("--steps", type=int, default=1000, help="steps of training (1000)")
parser.add_argument("--lr", type=float, default=0.01, help="learning rate of the first step; it falls to 0 (0.01)")
parser.add_argument("--dtype", choices=["float64", "float32", "bfloat16"], default="float32",
                    help="kind of number (float32); with bfloat16 the weights stay float32, the products do not")
parser.add_argument("--device", choices=["cpu", "cuda", "mps"], help="where to compute (cuda if there, else cpu)")
parser.add_argument("--compile", action="store_true", help="let PyTorch join the operations before it begins")
flags = parser.parse_args()
if min(flags.width, flags.layers, flags.heads, flags.block, flags.batch) < 1 or flags.width % flags.heads:
    parser.error("sizes are at least 1, and the heads share the width evenly")

# --- devices: torchrun starts this file once for each device, and numbers the processes ---
try:
    import torch
    from torch.nn.functional import cross_entropy, linear
except ImportError:
    sys.exit("PyTorch is missing: `pip install torch` brings it. train5.py needs nothing.")
device = flags.device or ("cuda" if torch.cuda.is_available() else "cpu")
rank, processes = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
if device == "cuda":
    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
if processes > 1:
    torch.distributed.init_process_group("nccl" if device == "cuda" else "gloo")
if rank > 0:
    sys.stdout = open(os.devnull, "w")      # all processes know the same; the first one prints it

# --- data: documents, one per line, in an order that the seed decides ---
path = os.environ.get("MICROGPT_NAMES", "input.txt")
if not os.path.isfile(path):
    sys.exit(f"No list of names at {path}: put one name per line into input.txt here, or set MICROGPT_NAMES.")
with open(path, encoding="utf-8") as file:
    docs = [line.strip() for line in file if line.strip()]
random.seed(42)
random.shuffle(docs)

# --- tokenizer: all names in one table, a row each: BOS, its letters, BOS, and PAD to the end ---
letters = sorted(set("".join(docs)))
BOS, PAD, vocab_size = len(letters), -1, len(letters) + 1
print(f"num docs: {len(docs)}\nvocab size: {vocab_size}", flush=True)
rows = [torch.tensor([BOS, *map(letters.index, doc), BOS][:flags.block + 1]) for doc in docs]
table = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PAD).to(device)

# --- parameters: drawn by Python one after the other, in the order of train5.py: the same numbers ---
def matrix(rows, columns):
    std = 0.32 / flags.width ** 0.5         # 0.08 at width 16; smaller where each sum has more terms
    numbers = [[random.gauss(0, std) for _ in range(columns)] for _ in range(rows)]
    dtype = torch.float64 if flags.dtype == "float64" else torch.float32
    return torch.nn.Parameter(torch.tensor(numbers, dtype=dtype, device=device))

# --- rmsnorm: the same direction, brought to the size 1 ---
def rmsnorm(x):
    return x * (x.pow(2).mean(-1, keepdim=True) + 1e-5) ** -0.5

# --- attention: all positions at once; a mask, no cache, hides from each token those that come later ---
class Layer(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.wq, self.wk, self.wv, self.wo = [matrix(flags.width, flags.width) for _ in range(4)]
        self.fc1, self.fc2 = matrix(4 * flags.width, flags.width), matrix(flags.width, 4 * flags.width)

    def attention(self, x):
        names, length, width = x.shape
        q, k, v = [linear(x, w).view(names, length, flags.heads, -1).transpose(1, 2)
                   for w in (self.wq, self.wk, self.wv)]    # names, heads, positions, numbers of a head
        scores = q @ k.transpose(2, 3) / (width / flags.heads) ** 0.5
        later = torch.ones(length, length, dtype=torch.bool, device=device).triu(1)
        shares = scores.masked_fill(later, -torch.inf).softmax(-1)
        return linear((shares @ v).transpose(1, 2).reshape(x.shape), self.wo)

    # --- mlp: each token thinks about what it has gathered ---
    def mlp(self, x):
        return linear(linear(x, self.fc1).relu(), self.fc2)

# --- gpt: rows of tokens in, one score for every possible next token out, at each position ---
class GPT(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.wte, self.wpe = matrix(vocab_size, flags.width), matrix(flags.block, flags.width)
        self.lm_head = matrix(vocab_size, flags.width)
        self.layers = torch.nn.ModuleList(Layer() for _ in range(flags.layers))

    def forward(self, tokens):
        x = rmsnorm(self.wte[tokens] + self.wpe[:tokens.shape[1]])
        for layer in self.layers:           # both halves of a layer add to x, never replace it
            x = x + layer.attention(rmsnorm(x))
            x = x + layer.mlp(rmsnorm(x))
        return linear(x, self.lm_head)

model = learner = GPT()
print(f"num params: {sum(p.numel() for p in model.parameters())}", flush=True)

# --- optimizer: the same Adam; of several processes each has a copy of the model ---
adam = torch.optim.Adam(model.parameters(), betas=(0.85, 0.99), eps=1e-8)
if processes > 1:   # backward() then ends with the mean of all slopes, so the copies stay equal
    learner = torch.nn.parallel.DistributedDataParallel(model)
if flags.compile:
    learner = torch.compile(learner)

# --- training: predict each next token of a batch of names, trace the blame, adjust; again ---
# The loss is the mean over a name's tokens, then over the names: each name counts the same, as in train5.py. All
# processes have equally many names, so the mean of their means is that of one process with all the names.
def surprise(rows):
    tokens, targets = rows[:, :-1].clamp(min=0), rows[:, 1:]    # behind a name any token will do: nobody looks
    with torch.autocast(device, torch.bfloat16, enabled=flags.dtype == "bfloat16"):
        each = cross_entropy(learner(tokens).transpose(1, 2), targets, ignore_index=PAD, reduction="none")
    return (each.sum(1) / (targets != PAD).sum(1)).mean()       # each is 0 at PAD, and PAD is not counted

began = time.perf_counter()
for step in range(flags.steps):
    first = (step * processes + rank) * flags.batch
    loss = surprise(table[[(first + i) % len(docs) for i in range(flags.batch)]])
    loss.backward()
    adam.param_groups[0]["lr"] = flags.lr * (1 - step / flags.steps)    # ever smaller steps, down to 0
    adam.step()
    adam.zero_grad()
    loss = loss.detach() / processes
    if processes > 1:
        torch.distributed.all_reduce(loss)                              # the sum over all processes
    print(f"step {step + 1:4d} / {flags.steps:4d} | loss {loss.item():.4f}", flush=True)
print(f"names per second: {flags.steps * processes * flags.batch / (time.perf_counter() - began):.0f}", flush=True)

# --- sampling: the whole name so far goes in each time; nothing is kept from one letter to the next ---
for i in range(20):
    tokens = [BOS]
    while len(tokens) <= flags.block and (len(tokens) == 1 or tokens[-1] != BOS):
        scores = model(torch.tensor([tokens], device=device))[0, -1] / 0.5      # temperature 0.5, as in train5.py
        tokens += random.choices(range(vocab_size), weights=scores.softmax(-1).tolist())
    print(f"sample {i + 1:2d}: {''.join(letters[token] for token in tokens if token != BOS)}", flush=True)
if processes > 1:
    torch.distributed.destroy_process_group()
