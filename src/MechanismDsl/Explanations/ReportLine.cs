using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>The reports of a domain in ascending order, each with its rank, so that the last one that still wins can be found by bisection.</summary>
internal readonly struct ReportLine<TMoney>(Participants<TMoney> who)
    where TMoney : struct, INumber<TMoney>
{
    private readonly TMoney _unit = who.Unit;

    public Int128 Lowest => Rank(who.Low);

    public Int128 Highest => Rank(who.High);

    /// <summary>The bit patterns of doubles of at least 0 are ordered as they are.</summary>
    public Int128 Rank(TMoney report) => _unit == TMoney.Zero
        ? BitConverter.DoubleToInt64Bits(double.CreateChecked(report) + 0.0)
        : Int128.CreateChecked(report / _unit);

    public TMoney At(Int128 rank) => _unit == TMoney.Zero
        ? TMoney.CreateChecked(BitConverter.Int64BitsToDouble((long)rank))
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
    public (string Words, TMoney Number) Bound(Int128 wins, bool isSupplier)
    {
        var (first, before) = (At(wins), At(isSupplier ? wins + 1 : wins - 1));
        var isStrict = _unit == TMoney.Zero && ExplainedNumber.Of(before).Length < ExplainedNumber.Of(first).Length;
        var number = isStrict ? before : first;
        return ((isStrict, isSupplier) switch { (true, false) => "above ", (true, true) => "below ", (false, false) => "of at least ", _ => "of at most " } + ExplainedNumber.Of(number), number);
    }
}
