using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The critical report of an agent that is served: the worst report with which it would still be served while the others' reports stand still. Under a
/// monotone rule that is the payment that makes truth dominant (Myerson 1981, lemma 2; for single-minded agents Lehmann, O'Callaghan and Shoham 2002).
/// </summary>
/// <remarks>
/// <para>
/// Found by bisection over the reports themselves, not over a real interval, so the answer is exact: it is a report, the agent is served with it, and
/// is not with the next worse one. On doubles at most 64 evaluations of the rule between 0 and 10^15 (their bit patterns are ordered as they are), on
/// whole numbers and on a grid log₂ of the number of reports. No allocation.
/// </para>
/// <para>
/// If rounding makes a rule flicker (served, not served, served within a few units in the last place), the answer is one of the places where it turns.
/// </para>
/// </remarks>
public static class CriticalReport
{
    /// <summary>The least double with which a buyer is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; not called outside [low, served].</param>
    /// <param name="low">The least report of the domain; finite.</param>
    /// <param name="served">A report with which the agent is served, at least <paramref name="low"/>; it is not tested again.</param>
    /// <returns>The least report that still wins, in [low, served].</returns>
    public static double Least<TTest>(scoped TTest test, double low, double served)
        where TTest : IWinTest<double>, allows ref struct => Least(default(DoubleScale), test, low + 0.0, served + 0.0);

    /// <summary>As <see cref="Least{TTest}(TTest, double, double)"/>, starting from a guess: two or three evaluations if it is right but for rounding.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule.</param>
    /// <param name="low">The least report of the domain; finite.</param>
    /// <param name="served">A report with which the agent is served, at least <paramref name="low"/>.</param>
    /// <param name="guess">Where the answer is expected, for example by a closed-form inverse; any number, NaN for none.</param>
    /// <returns>The least report that still wins, in [low, served]: the guess decides how long the search takes, not what it finds.</returns>
    public static double Least<TTest>(scoped TTest test, double low, double served, double guess)
        where TTest : IWinTest<double>, allows ref struct
    {
        (low, served) = (low + 0.0, served + 0.0);
        if (double.IsNaN(guess))
        {
            return Least(default(DoubleScale), test, low, served);
        }

        // Steps of 1, 2, 4, … neighbours from the guess until the answer lies between two tested reports.
        var (worst, best) = (DoubleScale.Rank(low), DoubleScale.Rank(served));
        var rank = DoubleScale.Rank(Math.Clamp(guess, low, served) + 0.0);
        if (rank == best || test.Wins(DoubleScale.At(rank)))
        {
            for (ulong step = 1; rank > worst; step *= 2)
            {
                var next = (ulong)(rank - worst) <= step ? worst : rank - (long)step;
                if (!test.Wins(DoubleScale.At(next)))
                {
                    return Between(test, DoubleScale.At(next), DoubleScale.At(rank));
                }

                rank = next;
            }

            return low;
        }

        for (ulong step = 1; ; step *= 2)
        {
            var next = (ulong)(best - rank) <= step ? best : rank + (long)step;
            if (next == best || test.Wins(DoubleScale.At(next)))
            {
                return Between(test, DoubleScale.At(rank), DoubleScale.At(next));
            }

            rank = next;
        }

        static double Between(scoped TTest test, double loses, double wins) => LeastAbove(default(DoubleScale), test, loses, wins);
    }

    /// <summary>The least whole number with which a buyer is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; not called outside [low, served].</param>
    /// <param name="low">The least report of the domain.</param>
    /// <param name="served">A report with which the agent is served, at least <paramref name="low"/>.</param>
    /// <returns>The least report that still wins, in [low, served].</returns>
    public static long Least<TTest>(scoped TTest test, long low, long served)
        where TTest : IWinTest<long>, allows ref struct => Least(default(WholeScale), test, low, served);

    /// <summary>The least multiple of a unit with which a buyer is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; called with multiples of the unit in [low, served] only.</param>
    /// <param name="low">The least report of the domain, a multiple of the unit.</param>
    /// <param name="served">A report with which the agent is served, a multiple of the unit, at least <paramref name="low"/>.</param>
    /// <param name="unit">The unit of money, positive.</param>
    /// <returns>The least report that still wins, in [low, served].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not positive.</exception>
    public static decimal Least<TTest>(scoped TTest test, decimal low, decimal served, decimal unit)
        where TTest : IWinTest<decimal>, allows ref struct
    {
        Grid.CheckUnit(unit);
        return Least(new GridScale(unit), test, low, served);
    }

    /// <summary>The least of finitely many types with which a buyer is served.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; called with the types only.</param>
    /// <param name="types">All types, ascending; the agent is served with some of them.</param>
    /// <param name="served">A type with which the agent is served.</param>
    /// <returns>The least type that still wins.</returns>
    /// <exception cref="ArgumentException"><paramref name="served"/> is not one of the types.</exception>
    public static TReport Least<TReport, TTest>(scoped TTest test, ReadOnlySpan<TReport> types, TReport served)
        where TReport : struct, INumber<TReport>
        where TTest : IWinTest<TReport>, allows ref struct
    {
        var (low, high) = (-1, IndexOf(types, served));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = test.Wins(types[middle]) ? (low, middle) : (middle, high);
        }

        return types[high];
    }

    /// <summary>The greatest double with which a supplier is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; not called outside [served, high].</param>
    /// <param name="served">A cost with which the agent is served, at most <paramref name="high"/>; it is not tested again.</param>
    /// <param name="high">The highest cost of the domain; finite.</param>
    /// <returns>The highest cost that is still served, in [served, high].</returns>
    public static double Greatest<TTest>(scoped TTest test, double served, double high)
        where TTest : IWinTest<double>, allows ref struct => Greatest(default(DoubleScale), test, served + 0.0, high + 0.0);

    /// <summary>As <see cref="Greatest{TTest}(TTest, double, double)"/>, starting from a guess.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule.</param>
    /// <param name="served">A cost with which the agent is served, at most <paramref name="high"/>.</param>
    /// <param name="high">The highest cost of the domain; finite.</param>
    /// <param name="guess">Where the answer is expected; any number, NaN for none.</param>
    /// <returns>The highest cost that is still served, in [served, high].</returns>
    public static double Greatest<TTest>(scoped TTest test, double served, double high, double guess)
        where TTest : IWinTest<double>, allows ref struct
    {
        var mirrored = new Mirrored<TTest>(test);
        return 0.0 - Least(mirrored, -high, -served, -guess);
    }

    /// <summary>The greatest whole number with which a supplier is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; not called outside [served, high].</param>
    /// <param name="served">A cost with which the agent is served, at most <paramref name="high"/>.</param>
    /// <param name="high">The highest cost of the domain.</param>
    /// <returns>The highest cost that is still served, in [served, high].</returns>
    public static long Greatest<TTest>(scoped TTest test, long served, long high)
        where TTest : IWinTest<long>, allows ref struct => Greatest(default(WholeScale), test, served, high);

    /// <summary>The greatest multiple of a unit with which a supplier is served.</summary>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; called with multiples of the unit in [served, high] only.</param>
    /// <param name="served">A cost with which the agent is served, a multiple of the unit, at most <paramref name="high"/>.</param>
    /// <param name="high">The highest cost of the domain, a multiple of the unit.</param>
    /// <param name="unit">The unit of money, positive.</param>
    /// <returns>The highest cost that is still served, in [served, high].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not positive.</exception>
    public static decimal Greatest<TTest>(scoped TTest test, decimal served, decimal high, decimal unit)
        where TTest : IWinTest<decimal>, allows ref struct
    {
        Grid.CheckUnit(unit);
        return Greatest(new GridScale(unit), test, served, high);
    }

    /// <summary>The greatest of finitely many types with which a supplier is served.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TTest">The rule as the agent sees it.</typeparam>
    /// <param name="test">The rule; called with the types only.</param>
    /// <param name="types">All types, ascending.</param>
    /// <param name="served">A type with which the agent is served.</param>
    /// <returns>The highest type that is still served.</returns>
    /// <exception cref="ArgumentException"><paramref name="served"/> is not one of the types.</exception>
    public static TReport Greatest<TReport, TTest>(scoped TTest test, ReadOnlySpan<TReport> types, TReport served)
        where TReport : struct, INumber<TReport>
        where TTest : IWinTest<TReport>, allows ref struct
    {
        var (low, high) = (IndexOf(types, served), types.Length);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = test.Wins(types[middle]) ? (middle, high) : (low, middle);
        }

        return types[low];
    }

    private static TReport Least<TReport, TScale, TTest>(TScale scale, scoped TTest test, TReport low, TReport served)
        where TReport : struct, INumber<TReport>
        where TScale : struct, IReportScale<TReport>
        where TTest : IWinTest<TReport>, allows ref struct =>
        served <= low || test.Wins(low) ? low : LeastAbove(scale, test, low, served);

    /// <summary>The turn between a report that loses and a better one that wins.</summary>
    private static TReport LeastAbove<TReport, TScale, TTest>(TScale scale, scoped TTest test, TReport loses, TReport wins)
        where TReport : struct
        where TScale : struct, IReportScale<TReport>
        where TTest : IWinTest<TReport>, allows ref struct
    {
        while (scale.TryMiddle(loses, wins, out var middle))
        {
            if (test.Wins(middle))
            {
                wins = middle;
            }
            else
            {
                loses = middle;
            }
        }

        return wins;
    }

    private static TReport Greatest<TReport, TScale, TTest>(TScale scale, scoped TTest test, TReport served, TReport high)
        where TReport : struct, INumber<TReport>
        where TScale : struct, IReportScale<TReport>
        where TTest : IWinTest<TReport>, allows ref struct
    {
        if (high <= served || test.Wins(high))
        {
            return high;
        }

        while (scale.TryMiddle(served, high, out var middle))
        {
            if (test.Wins(middle))
            {
                served = middle;
            }
            else
            {
                high = middle;
            }
        }

        return served;
    }

    private static int IndexOf<TReport>(ReadOnlySpan<TReport> types, TReport type)
        where TReport : struct, INumber<TReport>
    {
        var index = types.IndexOf(type);
        return index >= 0 ? index : throw new ArgumentException("The report is not one of the types.", nameof(type));
    }

    /// <summary>A supplier's rule as a buyer's: its type is minus its cost.</summary>
    private readonly ref struct Mirrored<TTest>(TTest test) : IWinTest<double>
        where TTest : IWinTest<double>, allows ref struct
    {
        private readonly TTest _test = test;

        public bool Wins(double report) => _test.Wins(-report + 0.0);
    }
}
