"""The command line: python -m microgpt train | sample | info | check | bot."""

import argparse
import os
import random
import signal
import sys
from contextlib import contextmanager

from microgpt.bot.commands import add_bot
from microgpt.check.program.command import add_check
from microgpt.checkpoint import load_checkpoint, save_checkpoint
from microgpt.data import load_names, read_documents
from microgpt.files import check_writable, reason
from microgpt.model import GPT, Config
from microgpt.sampling import generate
from microgpt.tokenizer import Tokenizer
from microgpt.training import train

INTERRUPTED = 130  # the exit code that shells expect after Ctrl-C


class Parser(argparse.ArgumentParser):
    """An argument parser that answers a mistake with one sentence."""

    def error(self, message):
        """Print the sentence to stderr and exit with code 2."""
        self.exit(2, f"{self.prog}: {message} ({self.prog} --help says what can be given)\n")


def whole_number(lowest):
    """A parser for whole numbers that are not below `lowest`."""

    def parse(text):
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or number < lowest:
            raise argparse.ArgumentTypeError(
                f"must be a whole number, {lowest} or more, not {text!r}"
            )
        return number

    return parse


def seed(text):
    """A parser for seeds: any whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}") from None


def temperature(text):
    """A parser for temperatures: numbers above 0."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not number > 1e-100:
        raise argparse.ArgumentTypeError(f"must be a number above 0, not {text!r}")
    return number


def parser():
    """The parser of the whole command line."""
    top = Parser(
        prog="python -m microgpt",
        description="Train a small GPT on names, and let it invent new ones.",
    )
    commands = top.add_subparsers(
        dest="command", metavar="train | sample | info | check | bot", required=True
    )
    add_train(commands)
    add_sample(commands)
    info = commands.add_parser("info", help="say what a weights file holds")
    info.add_argument("weights", metavar="PATH")
    info.set_defaults(run=run_info)
    add_check(commands, whole_number)
    add_bot(commands, seed, whole_number)
    return top


def add_train(commands):
    """The command train and its options."""
    train = commands.add_parser("train", help="train a model and print its losses and samples")
    add_drawing(train)
    train.add_argument(
        "--data", metavar="PATH", help="a text file, one name per line (default: the course's list)"
    )
    for name, default in vars(Config()).items():
        add_number(train, "--" + name.replace("_", "-"), default)
    add_number(train, "--steps", 1000)
    add_number(train, "--samples", 20, lowest=0)
    train.add_argument(
        "--save", metavar="PATH", help="write the weights to this file, also after Ctrl-C"
    )
    train.set_defaults(run=run_train)


def add_sample(commands):
    """The command sample and its options."""
    sample = commands.add_parser("sample", help="invent names with saved weights")
    add_drawing(sample)
    sample.add_argument(
        "--weights", metavar="PATH", required=True, help="a file that train --save wrote"
    )
    sample.add_argument("--prefix", default="", help="how every name begins")
    add_number(sample, "-n", 20, lowest=0, says="how many ")
    sample.set_defaults(run=run_sample)


def add_drawing(command):
    """How to draw: the same question after training and without it."""
    command.add_argument(
        "--seed", type=seed, default=42, help="start of the random numbers (default 42)"
    )
    command.add_argument(
        "--temperature",
        type=temperature,
        default=0.5,
        help="below 1: likelier letters (default 0.5)",
    )
    command.add_argument(
        "--engine",
        choices=["scalar", "numpy"],
        default="scalar",
        help="the same numbers, much faster with numpy (default scalar)",
    )


def add_number(command, name, default, lowest=1, says=""):
    """An option that takes a whole number."""
    text = f"{says}(default {default})" if says else f"default {default}"
    command.add_argument(name, type=whole_number(lowest), default=default, metavar="N", help=text)


def engine(name):
    """The model class and the train function of an engine; ValueError where NumPy is asked for and missing."""
    if name == "scalar":
        return GPT, train
    try:
        from microgpt import fast
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise ValueError(
            "--engine numpy needs NumPy, which is not installed (pip install numpy)"
        ) from None
    return fast.GPT, fast.train


def run_train(args):
    """Train, save if asked to, sample; the exit code."""
    config = Config(**{name: getattr(args, name) for name in vars(Config())})
    new_model, train_model = engine(args.engine)
    if args.save is not None:
        try:
            check_writable(args.save)  # now, rather than after minutes of training
        except (OSError, ValueError) as error:
            raise ValueError(f"cannot write {args.save}: {reason(error)}") from None
    docs = load_names() if args.data is None else read_documents(args.data)
    rng = random.Random(args.seed)
    rng.shuffle(docs)
    say(f"num docs: {len(docs)}")
    tokenizer = Tokenizer(docs)
    say(f"vocab size: {tokenizer.vocab_size}")
    model = new_model(config, tokenizer.vocab_size, rng)
    say(
        f"num params: {sum(rows * columns for rows, columns in config.shapes(tokenizer.vocab_size).values())}"
    )
    warn_of_long_names(docs, config.block_size)

    with interrupt_noted() as interrupts:
        for record in train_model(model, tokenizer, docs, args.steps):
            show(record, args.steps)
            if interrupts:
                break
        if args.save is not None:
            save_checkpoint(
                args.save, model.to_scalar() if args.engine == "numpy" else model, tokenizer
            )
    if interrupts:
        kept = f"; its weights are in {args.save}" if args.save is not None else ""
        print(f"\nstopped after step {record.step}{kept}", file=sys.stderr)
        return INTERRUPTED
    print_samples(args.samples, model, tokenizer, rng, args.temperature)
    return 0


def run_sample(args):
    """Sample from saved weights; the exit code."""
    model_class, _ = engine(args.engine)
    model, tokenizer = load_checkpoint(args.weights)
    if args.engine == "numpy":
        model = model_class.from_scalar(model)
    print_samples(args.n, model, tokenizer, random.Random(args.seed), args.temperature, args.prefix)
    return 0


def run_info(args):
    """Describe a weights file; the exit code."""
    model, tokenizer = load_checkpoint(args.weights)
    for name, size in vars(model.config).items():
        say(f"{name}: {size}")
    say(f"vocabulary: {''.join(tokenizer.chars)}")
    say(f"vocab size: {tokenizer.vocab_size}")
    say(f"num params: {len(model.parameters())}")
    for name, (rows, columns) in model.config.shapes(tokenizer.vocab_size).items():
        say(f"{name}: {rows} x {columns}")
    return 0


def print_any_letter():
    """Print a letter that the output has no code for as "?": it must not cost a model that has been trained."""
    if getattr(sys.stdout, "errors", None) in ("strict", "surrogateescape"):
        sys.stdout.reconfigure(errors="replace")


def say(line):
    """Print a line at once, also into a pipe."""
    print(line, flush=True)


def show(record, steps):
    """One line per step; in a terminal always the same line."""
    line = f"step {record.step:4d} / {steps:4d} | loss {record.loss:.4f}"
    in_place = sys.stdout.isatty()
    print(
        f"\r{line}" if in_place else line,
        end="" if in_place and record.step < steps else "\n",
        flush=True,
    )


def print_samples(n, model, tokenizer, rng, temperature, prefix=""):
    """Print n samples, numbered."""
    for i in range(n):
        say(f"sample {i + 1:2d}: {generate(model, tokenizer, rng, temperature, prefix)}")


def warn_of_long_names(docs, block_size):
    """Say on stderr how many names do not fit into the block, with their end, and what happens to them."""
    long = sum(len(doc) + 1 > block_size for doc in docs)
    if long:
        print(
            f"note: {long} of {len(docs)} names have {block_size} letters or more; "
            f"they are cut to their first {block_size} letters, and where they end is not learned",
            file=sys.stderr,
        )


@contextmanager
def interrupt_noted():
    """For a block, Ctrl-C only fills the list that is given, so that no step is left half done; twice is twice."""
    interrupts = []

    def note(signum, frame):
        interrupts.append(signum)
        signal.signal(signal.SIGINT, before)  # a second Ctrl-C stops at once

    before = signal.signal(signal.SIGINT, note)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)


def main(arguments=None):
    """Run one command; the exit code. A mistake is one sentence on stderr and the code 2."""
    top = parser()
    args = top.parse_args(arguments)
    print_any_letter()
    try:
        return args.run(args)
    except ValueError as error:
        print(f"python -m microgpt {args.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # files have been dealt with: it is our output that finds no room
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"python -m microgpt {args.command}: cannot print: {reason(error)}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
