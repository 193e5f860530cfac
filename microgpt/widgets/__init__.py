"""The widgets: `from microgpt.widgets import DotProduct`."""

from .attention import (
    AttentionStepper,
    CacheIsMask,
    DragQuery,
    Softmax,
    TrainedHeads,
    WordAttention,
)
from .autograd import (
    BackpropStepper,
    ExpressionSandbox,
    TopologicalOrder,
    ValueGraph,
    ValueStages,
)
from .autograd import show_graph as show_graph
from .base import Widget
from .calculus import DerivativeExplorer, FitLine, Gears, GradientDescent, GradientMap
from .generation import (
    ChatWithModel,
    GenerationStepper,
    Greedy,
    GuessNextLetter,
    Novelty,
    Temperature,
)
from .model import (
    Ablation,
    BlockDiagram,
    ForwardPass,
    GptLines,
    ParameterCounter,
    ParameterMatrices,
    ToyByHand,
)
from .neuron import NetworkPlayground, OneNeuron, ReluGate
from .numbers import DotProduct, MatrixVector, ZipLists
from .program import CourseMap, FindTheLine, Journey, ProgramMap
from .quiz import Explain, Predict, Progress, Quiz, Task
from .tokens import (
    BigramTable,
    EmbeddingMap,
    LiveTokenizer,
    RMSNormVector,
    ShuffleNames,
    TokenPlusPosition,
)
from .training import FiveStepLoop, TrainHere

__all__ = [
    "Ablation",
    "AttentionStepper",
    "BackpropStepper",
    "BigramTable",
    "BlockDiagram",
    "CacheIsMask",
    "ChatWithModel",
    "CourseMap",
    "DerivativeExplorer",
    "DotProduct",
    "DragQuery",
    "EmbeddingMap",
    "Explain",
    "ExpressionSandbox",
    "FindTheLine",
    "FitLine",
    "FiveStepLoop",
    "ForwardPass",
    "Gears",
    "GradientDescent",
    "GradientMap",
    "GenerationStepper",
    "GptLines",
    "Greedy",
    "GuessNextLetter",
    "Journey",
    "LiveTokenizer",
    "MatrixVector",
    "NetworkPlayground",
    "Novelty",
    "OneNeuron",
    "ParameterMatrices",
    "ParameterCounter",
    "Predict",
    "ProgramMap",
    "Progress",
    "Quiz",
    "RMSNormVector",
    "ReluGate",
    "ShuffleNames",
    "Softmax",
    "Task",
    "Temperature",
    "TokenPlusPosition",
    "TopologicalOrder",
    "ToyByHand",
    "TrainHere",
    "TrainedHeads",
    "ValueGraph",
    "ValueStages",
    "Widget",
    "WordAttention",
    "ZipLists",
]
