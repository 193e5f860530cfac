class Value:
    def __init__(self, data):
        self.data = data


a = Value(2.0)
b = Value(3.0)
