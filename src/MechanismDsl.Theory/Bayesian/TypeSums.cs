using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Sums of independent continuous types with finite means.</summary>
/// <remarks>E[(S − b)⁺] = E[S] − b + E[(b − S)⁺], for which only types up to b above the lowest ones are needed.</remarks>
/// <param name="types">At least two priors.</param>
/// <param name="least">The least bound that the sum of all is compared with; that of all but one is compared with bounds that are less by one of its types.</param>
/// <param name="most">The greatest such bound.</param>
/// <param name="cancellation">Looked at between steps.</param>
internal sealed class TypeSums(IReadOnlyList<ContinuousPrior> types, double least, double most, CancellationToken cancellation)
    : IndependentSums([.. types.Select(prior => new TypeSummand(prior))], least, most, cancellation)
{
    /// <summary>E[(sum − bound)⁺] of all types, or of all but one.</summary>
    /// <param name="without">The one that is left out; −1 for none.</param>
    /// <param name="bound">The bound.</param>
    public Amount Excess(int without, double bound)
    {
        var above = Above(without, bound);
        var shortfall = above <= 0 ? Amount.Approximately(0, 0)
            : Halves(without) is var (first, second) && second is null ? first.Shortfall(above)
            : SumTable.Shortfall(first, second, above);
        var means = types.Where((_, index) => index != without).Select(prior => prior.Mean).ToList();
        return IsMirrored
            ? shortfall
            : Amount.Approximately(means.Sum() - bound + shortfall.Value, shortfall.Error + (1e-14 * (Math.Abs(bound) + means.Sum(Math.Abs))));
    }
}
