using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Sums of all of several continuous types and of all but one, of which those that are alike, or have halves in common, are computed once.</summary>
/// <remarks>
/// E[(S − b)⁺] = E[S] − b + E[(b − S)⁺], for which only types up to b above the lowest ones are needed, also where types have no bounds. Where the highest types are
/// closer to what is asked, everything is mirrored.
/// </remarks>
internal sealed class TypeSums
{
    private readonly List<ContinuousPrior> _types;
    private readonly List<int> _kinds;
    private readonly List<int> _order;
    private readonly bool _isMirrored;
    private readonly double _reach;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, SumTable> _tables = [];

    /// <summary>Prepares the sums.</summary>
    /// <param name="types">At least two priors with finite means.</param>
    /// <param name="least">The least bound that the sum of all is compared with; that of all but one is compared with bounds that are less by one of its types.</param>
    /// <param name="most">The greatest such bound.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    public TypeSums(IReadOnlyList<ContinuousPrior> types, double least, double most, CancellationToken cancellation)
    {
        var (fromBelow, fromAbove) = (most - types.Sum(SumTable.LowestOf), types.Sum(prior => prior.Upper) - least);
        _isMirrored = fromAbove < fromBelow;
        _reach = Math.Min(fromAbove, fromBelow);
        _types = [.. types.Select(prior => _isMirrored ? prior.Mirrored() : prior)];
        var kinds = _types.Distinct().ToList();
        _kinds = [.. _types.Select(prior => kinds.IndexOf(prior))];
        _order = [.. Enumerable.Range(0, types.Count).OrderBy(index => _kinds[index])];
        _cancellation = cancellation;
    }

    /// <summary>Whether the bound lies within what was asked for.</summary>
    public bool Reaches(int without, double bound) => Above(without, bound).Above is var above && (above <= 0 || above <= _reach * (1 + 1e-12));

    /// <summary>E[(sum − bound)⁺] of all types, or of all but one.</summary>
    /// <param name="without">The one that is left out; −1 for none.</param>
    /// <param name="bound">The bound.</param>
    public Amount Excess(int without, double bound)
    {
        var (counted, above) = Above(without, bound);
        var shortfall = above <= 0 ? Amount.Approximately(0, 0)
            : Halves(without) is var (first, second) && second is null ? first.Shortfall(above)
            : SumTable.Shortfall(first, second, above);
        var scale = Math.Abs(bound) + counted.Sum(prior => Math.Abs(prior.Mean));
        return _isMirrored
            ? shortfall
            : Amount.Approximately(counted.Sum(prior => prior.Mean) - bound + shortfall.Value, shortfall.Error + (1e-14 * scale));
    }

    /// <summary>P(sum ≥ bound) of all types, or of all but one.</summary>
    /// <param name="without">The one that is left out; −1 for none.</param>
    /// <param name="bound">The bound.</param>
    public Amount Chance(int without, double bound)
    {
        var (_, above) = Above(without, bound);
        var atMost = above <= 0 ? Amount.Approximately(0, 1e-16)
            : Halves(without) is var (first, second) && second is null ? first.AtMost(above)
            : SumTable.AtMost(first, second, above);
        return _isMirrored ? atMost : Amount.Approximately(1 - atMost.Value, atMost.Error);
    }

    /// <summary>The types that are counted, and how far the bound lies above the least of their sums.</summary>
    private (List<ContinuousPrior> Counted, double Above) Above(int without, double bound)
    {
        List<ContinuousPrior> counted = [.. _types.Where((_, index) => index != without)];
        return (counted, (_isMirrored ? 0 - bound : bound) - counted.Sum(SumTable.LowestOf));
    }

    /// <summary>The types in two sums, the second one null where there is only one type.</summary>
    private (SumTable First, SumTable? Second) Halves(int without)
    {
        var middle = _order.Count / 2;
        var (first, second) = (KindsOf(_order.Take(middle), without), KindsOf(_order.Skip(middle), without));
        return first.Count == 0 ? (Table(second), null) : second.Count == 0 ? (Table(first), null) : (Table(first), Table(second));
    }

    private List<int> KindsOf(IEnumerable<int> places, int without) => [.. places.Where(place => place != without).Select(place => _kinds[place])];

    private SumTable Table(List<int> kinds)
    {
        var key = string.Join(" ", kinds);
        if (!_tables.TryGetValue(key, out var table))
        {
            _cancellation.ThrowIfCancellationRequested();
            var middle = kinds.Count / 2;
            table = kinds.Count == 1
                ? SumTable.Of(_types[_kinds.IndexOf(kinds[0])], _reach, _cancellation)
                : SumTable.Of(Table(kinds.GetRange(0, middle)), Table(kinds.GetRange(middle, kinds.Count - middle)), _reach, _cancellation);
            _tables.Add(key, table);
        }

        return table;
    }
}
