namespace MechanismDsl.Proofs.Stages;

/// <summary>
/// How much work is left, counted in steps: a step is a box, a pivot, a path or an evaluation, never a millisecond, so that the answer is the
/// same on every machine.
/// </summary>
/// <param name="steps">The number of steps that may be taken.</param>
internal sealed class Budget(long steps)
{
    /// <summary>The steps that are left.</summary>
    public long Left { get; private set; } = steps;

    /// <summary>Whether all steps have been taken.</summary>
    public bool IsExhausted => Left <= 0;

    /// <summary>Takes steps; false if there were not enough, and then none are left.</summary>
    public bool TrySpend(long steps = 1)
    {
        if (Left < steps)
        {
            Left = 0;
            return false;
        }

        Left -= steps;
        return true;
    }

    /// <summary>A budget of its own for a part, at most as large as what is left; <see cref="Return"/> gives back what it did not use.</summary>
    public Budget Part(long steps)
    {
        var part = new Budget(Math.Min(steps, Left));
        Left -= part.Left;
        return part;
    }

    /// <summary>Adds what a part has left.</summary>
    public void Return(Budget part)
    {
        Left += part.Left;
        part.Left = 0;
    }
}
