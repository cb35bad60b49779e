using CsCheck;
using MechanismDsl.Proofs.Real.Intervals;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>Numbers and intervals of the kinds that rules have: whole numbers, decimals, tiny and huge ones, ends that touch.</summary>
internal static class Samples
{
    public static readonly Gen<double> Number = Gen.Frequency(
        (3, Gen.Int[-100, 100].Select(n => (double)n)),
        (3, Gen.Int[-10000, 10000].Select(n => n / 100.0)),
        (3, Gen.Double[-10, 10]),
        (2, Gen.Select(Gen.Double[1, 2], Gen.Int[-60, 60], Gen.Bool, (m, e, s) => (s ? m : -m) * Math.Pow(2, e))),
        (1, Gen.Const(0.0)));

    /// <summary>An interval and two numbers in it, one of them often an end.</summary>
    public static readonly Gen<(Interval Set, double Member)> Member = Gen.Select(Number, Number, Gen.Double[0, 1], Gen.Int[0, 4], (a, b, t, end) =>
    {
        var set = end == 4 ? Interval.Of(a) : new Interval(Math.Min(a, b), Math.Max(a, b));
        var inside = Math.Min(set.High, Math.Max(set.Low, set.Low + (t * (set.High - set.Low))));
        return (set, end switch { 0 => set.Low, 1 => set.High, _ => inside });
    });
}
