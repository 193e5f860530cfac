class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.children = children

    def __add__(self, other):
        return Value(self.data + other.data, (self, other))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other))


a = Value(2.0)
b = Value(3.0)
c = a * b + a
