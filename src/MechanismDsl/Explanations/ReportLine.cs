using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>The reports that an agent can make in ascending order, each with its rank, so that the last one that still wins can be found by bisection.</summary>
internal readonly struct ReportLine<TMoney>(Participants<TMoney> who, int agent)
    where TMoney : struct, INumber<TMoney>
{
    private readonly TMoney _unit = who.Unit;
    private readonly IReadOnlyList<TMoney> _types = who.TypesOf(agent);

    public Int128 Lowest => _types.Count > 0 ? 0 : Rank(who.Low);

    public Int128 Highest => _types.Count > 0 ? _types.Count - 1 : Rank(who.High);

    /// <summary>The report that is served last.</summary>
    public Int128 Worst => who.IsSupplier(agent) ? Highest : Lowest;

    /// <summary>The report that is served first.</summary>
    public Int128 Best => who.IsSupplier(agent) ? Lowest : Highest;

    /// <summary>The next worse report.</summary>
    public Int128 Worse(Int128 rank) => who.IsSupplier(agent) ? rank + 1 : rank - 1;

    private bool IsListed => _types.Count > 0;

    /// <summary>The bit patterns of doubles of at least 0 are ordered as they are.</summary>
    public Int128 Rank(TMoney report)
    {
        if (IsListed)
        {
            var place = 0;
            while (place < _types.Count - 1 && _types[place] < report)
            {
                place++;
            }

            return place;
        }

        return _unit == TMoney.Zero
            ? BitConverter.DoubleToInt64Bits(double.CreateChecked(report) + 0.0)
            : Int128.CreateChecked(report / _unit);
    }

    public TMoney At(Int128 rank) => IsListed ? _types[(int)rank]
        : _unit == TMoney.Zero ? TMoney.CreateChecked(BitConverter.Int64BitsToDouble((long)rank))
        : TMoney.CreateChecked(rank) * _unit;

    /// <summary>The rank next to <paramref name="loses"/>, on the side of <paramref name="wins"/>, from which on reports win.</summary>
    public Int128 Turn(Func<TMoney, bool> test, Int128 loses, Int128 wins)
    {
        while (Int128.Abs(wins - loses) > 1)
        {
            var middle = loses + ((wins - loses) / 2);
            (loses, wins) = test(At(middle)) ? (loses, middle) : (middle, wins);
        }

        return wins;
    }

    /// <summary>
    /// The winning reports in words: <c>of at least 6</c>, or <c>above 8</c> where 8 loses and the first double beyond it wins; and the number in them.
    /// </summary>
    public (string Words, TMoney Number) Bound(Int128 wins)
    {
        var (isStrict, number) = Turning(wins);
        return ((isStrict, who.IsSupplier(agent)) switch { (true, false) => "above ", (true, true) => "below ", (false, false) => "of at least ", _ => "of at most " } + ExplainedNumber.Of(number), number);
    }

    /// <summary>The last report that wins, in words that say of its neighbour alone that it loses: <c>with 6</c>, <c>just above 8</c>.</summary>
    public string Edge(Int128 wins)
    {
        var (isStrict, number) = Turning(wins);
        var (side, other) = who.IsSupplier(agent) ? ("below", "above") : ("above", "below");
        return isStrict
            ? $"just {side} {ExplainedNumber.Of(number)}, but not with {ExplainedNumber.Of(number)}"
            : IsListed || _unit != TMoney.Zero
                ? $"with {ExplainedNumber.Of(number)}, but not with {ExplainedNumber.Of(At(Worse(wins)))}"
                : $"with {ExplainedNumber.Of(number)}, but not just {other}";
    }

    /// <summary>The number at which reports turn, and whether it loses itself: in doubles a rival's bid is shorter than its neighbour.</summary>
    private (bool IsStrict, TMoney Number) Turning(Int128 wins)
    {
        var first = At(wins);
        if (_unit != TMoney.Zero || IsListed)
        {
            return (false, first);
        }

        var before = At(Worse(wins));
        if (ExplainedNumber.Of(before).Length < ExplainedNumber.Of(first).Length)
        {
            return (true, before);
        }

        // A shorter decimal is said where it wins as well, which makes what is said of all better reports true.
        var shorter = ExplainedNumber.Short(first);
        return (false, (who.IsSupplier(agent) ? shorter <= first : shorter >= first) ? shorter : first);
    }
}
