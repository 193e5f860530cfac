"""The commands of the bot: python -m microgpt bot policy | start | grade | play | attack."""

import sys
from pathlib import Path

from ..files import reason
from ..gradebook import add_options

SEED_HELP = "the seed of the cases (default: drawn anew)"


def add_bot(commands, seed, whole_number):
    """Add the command bot; `seed` and `whole_number` are the parsers of such options."""
    bot = commands.add_parser("bot", help="the bot that never says a fruit: write, grade, attack")
    under = bot.add_subparsers(
        dest="bot_command", metavar="policy | start | grade | play | attack", required=True
    )
    add(under, "policy", run_policy, "print what the bot must do, and must not")
    start = add(under, "start", run_start, "write the starter")
    start.add_argument("file", nargs="?", default="bot.py", metavar="FILE", help="default: bot.py")
    grade = add(under, "grade", run_grade, "play with a bot, or with all bots of a folder")
    grade.add_argument("path", metavar="PATH", help="a file such as bot.py, or a folder")
    grade.add_argument("--level", type=int, choices=[1, 2, 3, 4], default=1, help="how much help")
    grade.add_argument("--seed", type=seed, help=SEED_HELP)
    grade.add_argument("--case", type=whole_number(1), metavar="K", help="show this case again")
    grade.add_argument("--csv", metavar="PATH", help="the table of a folder (default: bots.csv)")
    add_options(grade)
    play = add(under, "play", run_play, "talk to a bot, line by line")
    play.add_argument("file", metavar="FILE")
    play.add_argument("--seed", type=seed, default=0, help="what it is started with (default 0)")
    attack = add(under, "attack", run_attack, "play your talk with the bad bots")
    attack.add_argument("file", metavar="FILE", help="a text file, one request on each line")
    attack.add_argument("--seed", type=seed, default=0, help="what they are started with")


def add(under, name, run, words):
    command = under.add_parser(name, help=words)
    command.set_defaults(run=run)
    return command


def run_policy(args):
    """Print the policy; the exit code."""
    from .policy import text

    print(text(), end="")
    return 0


def run_start(args):
    """Write the starter, never over another file; the exit code."""
    from .reference import STARTER

    try:
        with open(args.file, "xb") as file:
            file.write(STARTER.read_bytes())
    except FileExistsError:
        raise ValueError(f"{args.file} is there already; name another file") from None
    except OSError as error:
        raise ValueError(f"cannot write {args.file}: {reason(error)}") from None
    print(f"Written: {args.file}. Its policy: python -m microgpt bot policy")
    return 0


def run_grade(args):
    """Grade a bot or a folder; the exit code is 1 for a bot that is rejected."""
    from .grade import grade

    if Path(args.path).is_dir():
        return run_folder(args)
    if args.csv or args.roster:
        raise ValueError(f"{'--csv' if args.csv else '--roster'} is for a folder of bots")
    if not Path(args.path).exists():
        raise ValueError(f"cannot read {args.path}: no such file or folder")
    report = grade(args.path, args.seed, number=args.case)
    if args.case:
        return print_case(report, args)
    for line in report.lines(args.level):
        print(line, flush=True)
    if report.game:
        print(f"Again: --seed {report.seed}" + more_help(report, args))
    return 0 if report.accepted else 1


def more_help(report, args):
    """What to add to the command for more."""
    if report.accepted or not report.game.faults:
        return ""
    case = report.worst.case.number
    return f" --case {case}" + (f"   More help: --level {args.level + 1}" if args.level < 4 else "")


def print_case(report, args):
    """Print every line of one case, which is played as in the game, after those before it; the exit code."""
    from .report import replay

    if args.seed is None:
        raise ValueError("--case needs the --seed that it came from")
    if report.problem:
        raise ValueError(f"{args.path}: {report.problem}")
    turns = report.game.turns + [turn for turn in report.game.early if turn.fault]
    turns = [turn for turn in turns if turn.case.number == args.case]
    if not turns:
        raise ValueError(f"there is no case {args.case} in this game, or the game ends before it")
    for turn in turns:
        print("\n".join(replay(turn, report.game.seed)))
        if turn.fault:
            print(f"  {turn.fault.kind}: {turn.fault.words}")
    return 1 if any(turn.fault for turn in turns) else 0


def run_folder(args):
    """Grade a folder and write the table; the exit code."""
    from ..gradebook import Gradebook
    from .grade import COLUMNS, ITEM, grade_folder, programs_in

    refuse_inside(Path(args.path))
    if not programs_in(args.path):
        raise ValueError(f"there is no Python file in {args.path}")
    items = [] if args.format == "plain" else [ITEM]
    book = Gradebook(args.csv or "bots.csv", items, COLUMNS, (), args)
    warn_of_missing_walls()
    for report, unclear in grade_folder(args.path, book, args.seed):
        print(f"{report.lines()[0]}{unclear and '. ' + unclear}", flush=True)
    print("\n".join([*book.notes(), f"Written: {book.path}"]))
    return 0


def warn_of_missing_walls():
    """Say on stderr what the bots of strangers could do on this system."""
    from .child import missing_walls

    dangers = {"files": "read your files", "calls": "end your programs"}
    found = [dangers[wall] for wall in missing_walls()]
    if found:
        print(
            f"note: on this system a bot made for it could {' and '.join(found)}; "
            "grade bots of strangers on Linux, or in a virtual machine",
            file=sys.stderr,
        )


def refuse_inside(folder):
    """ValueError if Python may take a file of a bot, such as one named csv.py, for a module of its own."""
    folder, here = folder.resolve(), Path.cwd()
    if folder in (here, *here.parents) and not sys.flags.safe_path:
        raise ValueError(
            "do not grade a folder from inside it, where Python would import the files of others: go one up"
        )


def run_play(args):
    """Talk to a bot: each line of the input is a request; the exit code."""
    from .child import Child, Limits
    from .errors import ChildError
    from .judge import judge
    from .report import shown
    from .source import read

    with Child(read(args.file), str(args.seed), limits=Limits(total=3600)) as child:
        for line in sys.stdin.buffer:
            line = line.rstrip(b"\r\n")
            try:
                said = child.ask(line)
            except ChildError as error:
                print(f"{error.kind}: {error}")
                return 1
            fault = judge(line, args.seed, said)
            print(
                shown(said, 300) + (f"   ({fault.kind}: {fault.words})" if fault else ""),
                flush=True,
            )
    return 0


def run_attack(args):
    """Play a talk with the bad bots; the exit code is 1 if it breaks none."""
    from .attack import attack, read_attack
    from .bad import weakness

    results = list(attack(read_attack(args.file), args.seed))
    for name, turn in results:
        if turn is None:
            print(f"stands  {name}", flush=True)
        else:
            print(
                f"breaks  {name}: {turn.fault.kind}, {turn.fault.words}. {weakness(name)}",
                flush=True,
            )
    broken = sum(turn is not None for _, turn in results)
    print(f"Your attack breaks {broken} of {len(results)} bad bots.")
    return 0 if broken else 1
