namespace MechanismDsl.Theory.Bayesian;

/// <summary>Sums of all of several independent terms and of all but one, of which those that are alike, or have halves in common, are computed once.</summary>
/// <remarks>
/// Only terms up to the bound above the lowest ones are needed, also where terms have no bounds. Where the highest ones are closer to what is asked, everything is mirrored.
/// </remarks>
internal class IndependentSums
{
    private readonly List<Summand> _terms;
    private readonly List<int> _kinds;
    private readonly List<int> _order;
    private readonly double _reach;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, SumTable> _tables = [];

    /// <summary>Prepares the sums.</summary>
    /// <param name="terms">At least two terms.</param>
    /// <param name="least">The least bound that the sum of all is compared with; that of all but one is compared with bounds that are less by one of its values.</param>
    /// <param name="most">The greatest such bound.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    public IndependentSums(IReadOnlyList<Summand> terms, double least, double most, CancellationToken cancellation)
    {
        var (fromBelow, fromAbove) = (most - terms.Sum(term => term.Low), -least - terms.Sum(term => term.Mirrored().Low));
        IsMirrored = fromAbove < fromBelow;
        _reach = Math.Min(fromAbove, fromBelow);
        _terms = [.. terms.Select(term => IsMirrored ? term.Mirrored() : term)];
        var kinds = _terms.Distinct().ToList();
        _kinds = [.. _terms.Select(term => kinds.IndexOf(term))];
        _order = [.. Enumerable.Range(0, terms.Count).OrderBy(index => _kinds[index])];
        _cancellation = cancellation;
    }

    /// <summary>Whether sums are counted from the highest ones.</summary>
    protected bool IsMirrored { get; }

    /// <summary>Whether the bound lies within what was asked for.</summary>
    public bool Reaches(int without, double bound) => Above(without, bound) is var above && (above <= 0 || above <= _reach * (1 + 1e-12));

    /// <summary>P(sum ≥ bound) of all terms, or of all but one.</summary>
    /// <param name="without">The one that is left out; −1 for none.</param>
    /// <param name="bound">The bound.</param>
    public Amount Chance(int without, double bound)
    {
        var above = Above(without, bound);
        var atMost = above <= 0 ? Amount.Approximately(0, 1e-16)
            : Halves(without) is var (first, second) && second is null ? first.AtMost(above)
            : SumTable.AtMost(first, second, above);
        return IsMirrored ? atMost : Amount.Approximately(1 - atMost.Value, atMost.Error);
    }

    /// <summary>The same from a table of the sum, which pays where many bounds are asked for.</summary>
    /// <param name="without">The one that is left out; −1 for none.</param>
    public TabulatedSum Tabulated(int without) => new(Table(KindsOf(_order, without)), IsMirrored);

    /// <summary>How far the bound lies above the least of the sums.</summary>
    protected double Above(int without, double bound) => (IsMirrored ? 0 - bound : bound) - _terms.Where((_, index) => index != without).Sum(term => term.Low);

    /// <summary>The terms in two sums, the second one null where there is only one term.</summary>
    protected (SumTable First, SumTable? Second) Halves(int without)
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
                ? _terms[_kinds.IndexOf(kinds[0])].Table(_reach, _cancellation)
                : SumTable.Of(Table(kinds.GetRange(0, middle)), Table(kinds.GetRange(middle, kinds.Count - middle)), _reach, _cancellation);
            _tables.Add(key, table);
        }

        return table;
    }
}

/// <summary>The distribution of a sum as a table.</summary>
/// <param name="table">Of the sum, or of minus the sum.</param>
/// <param name="isMirrored">Whether it is of minus the sum.</param>
internal sealed class TabulatedSum(SumTable table, bool isMirrored)
{
    /// <summary>Estimated greatest error of a probability.</summary>
    public double Error => table.LargestError;

    /// <summary>The sums at which the distribution function is not smooth.</summary>
    public IEnumerable<double> Corners => table.Corners.Select(corner => isMirrored ? 0 - (table.Low + corner) : table.Low + corner);

    /// <summary>P(sum ≥ bound).</summary>
    public double Chance(double bound) => isMirrored ? table.AtMost(0 - bound - table.Low).Value : 1 - table.AtMost(bound - table.Low).Value;
}
