using System.Globalization;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The distribution of a value drawn from a sample: each observation has the same probability.</summary>
/// <param name="Sample">At least one observation, all finite.</param>
public sealed record EmpiricalPrior(BidSample Sample) : AtomicPrior
{
    /// <inheritdoc/>
    public override EquatableArray<double> Values => Table.Values;

    /// <inheritdoc/>
    public override string Describe() =>
        $"Empirical({Sample.Source}, {Sample.Values.Count.ToString(CultureInfo.InvariantCulture)} {(Sample.Values.Count == 1 ? "value" : "values")})";

    /// <inheritdoc/>
    private protected override WeightTable Atoms => Table.Weights;

    private AtomTable Table => Derived(this, static self =>
    {
        var groups = self.Sample.Values.GroupBy(value => value).OrderBy(group => group.Key).ToList();
        return new AtomTable(
            groups.Select(group => group.Key).ToEquatableArray(),
            WeightTable.FromCounts(groups.Select(group => group.Count())));
    });
}
