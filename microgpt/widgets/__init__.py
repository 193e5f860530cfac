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
from .program import CourseMap, FindTheLine, Journey, Ladder, ProgramMap
from .quiz import Explain, Predict, Progress, Quiz, Task
from .scale import BytePairs, ScaleTable
from .tokens import (
    BigramTable,
    EmbeddingMap,
    LiveTokenizer,
    RMSNormVector,
    ShuffleNames,
    TokenPlusPosition,
)
from .training import (
    DiagnoseRun,
    DrawCurve,
    FiveStepLoop,
    GradientField,
    IsItReal,
    LossBuilder,
    SgdVsAdam,
    ToyTrainer,
    TrainHere,
    TrainingStep,
)

__all__ = [
    "Ablation",
    "AttentionStepper",
    "BackpropStepper",
    "BigramTable",
    "BlockDiagram",
    "BytePairs",
    "CacheIsMask",
    "ChatWithModel",
    "CourseMap",
    "DerivativeExplorer",
    "DiagnoseRun",
    "DotProduct",
    "DragQuery",
    "DrawCurve",
    "EmbeddingMap",
    "Explain",
    "ExpressionSandbox",
    "FindTheLine",
    "FitLine",
    "FiveStepLoop",
    "ForwardPass",
    "Gears",
    "GradientDescent",
    "GradientField",
    "GradientMap",
    "GenerationStepper",
    "GptLines",
    "Greedy",
    "GuessNextLetter",
    "IsItReal",
    "Journey",
    "Ladder",
    "LiveTokenizer",
    "LossBuilder",
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
    "ScaleTable",
    "SgdVsAdam",
    "ShuffleNames",
    "Softmax",
    "Task",
    "Temperature",
    "TokenPlusPosition",
    "TopologicalOrder",
    "ToyByHand",
    "ToyTrainer",
    "TrainHere",
    "TrainedHeads",
    "TrainingStep",
    "ValueGraph",
    "ValueStages",
    "Widget",
    "WordAttention",
    "ZipLists",
]
