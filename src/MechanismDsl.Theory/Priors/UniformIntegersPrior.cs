using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>Every integer from Low to High is equally likely.</summary>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value; at least Low.</param>
public sealed record UniformIntegersPrior(int Low, int High) : AtomicPrior
{
    /// <inheritdoc/>
    public override EquatableArray<double> Values => Table.Values;

    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean => ((double)Low + High) / 2;

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("UniformIntegers", Low, High);

    /// <inheritdoc/>
    private protected override WeightTable Atoms => Table.Weights;

    private AtomTable Table => Derived(this, static self => new AtomTable(
        Enumerable.Range(0, (self.High - self.Low) + 1).Select(step => (double)(self.Low + step)).ToEquatableArray(),
        WeightTable.FromCounts(Enumerable.Repeat(1, (self.High - self.Low) + 1))));
}
