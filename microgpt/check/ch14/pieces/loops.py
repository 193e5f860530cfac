for step in range(num_steps):
    print(f"step {step + 1} / {num_steps} | loss {train_step(step):.4f}")
for i in range(20):
    print(f"sample {i + 1}: {sample()}")
