using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>The bids of rivals who follow one non-decreasing strategy: how likely a bid beats all of them.</summary>
internal sealed class BidDistribution
{
    private const int Cells = 512;
    private const int TailDigits = 12;

    private readonly Prior _prior;
    private readonly Func<double, double> _strategy;
    private readonly int _agents;
    private readonly double _reserve;
    private readonly double[] _types;
    private readonly double[] _bids;
    private readonly double[] _won;

    private BidDistribution(Prior prior, Func<double, double> strategy, int agents, double reserve, double[] types, double[] bids)
    {
        (_prior, _strategy, _agents, _reserve, _types, _bids) = (prior, strategy, agents, reserve, types, bids);
        _won = CumulativeChances();
    }

    /// <summary>The types at which the strategy was looked at, in increasing order.</summary>
    public IReadOnlyList<double> Types => _types;

    /// <summary>Their bids.</summary>
    public IReadOnlyList<double> Bids => _bids;

    /// <summary>The distribution, or the reason why there is none: the strategy falls, or is not a number somewhere.</summary>
    public static (BidDistribution? Distribution, string? Problem) Of(Func<double, double> strategy, ContinuousPrior prior, int agents, double reserve)
    {
        var types = Enumerable.Range(0, Cells + 1)
            .Select(index => index == 0 ? Lowest(prior) : index == Cells ? Highest(prior) : prior.Quantile(index / (double)Cells))
            .Concat(prior.Breakpoints)
            .Concat(Tails(prior))
            .Distinct()
            .OrderBy(type => type)
            .ToArray();
        var bids = types.Select(strategy).ToArray();

        // A fall below this is the rounding of a tabulated strategy, not a property of it.
        var rounding = 1e-9 * bids.Max(bid => Math.Abs(bid));
        for (var index = 0; index < bids.Length; index++)
        {
            if (double.IsNaN(bids[index]) || double.IsInfinity(bids[index]))
            {
                return (null, $"the bid of value {NumberText.Words(types[index])} is not a finite number");
            }

            if (index > 0 && bids[index] < bids[index - 1] - rounding)
            {
                return (null, $"the strategy falls between values {NumberText.Words(types[index - 1])} and {NumberText.Words(types[index])}");
            }

            bids[index] = index > 0 ? Math.Max(bids[index], bids[index - 1]) : bids[index];
        }

        return (new(prior, strategy, agents, reserve, types, bids), null);
    }

    /// <summary>
    /// P(a bid is served): it meets the reserve and beats n − 1 rivals; among K equal bids each wins with probability 1/(K + 1), the average over
    /// the places in a tie that the lowest index wins.
    /// </summary>
    public double Chance(double bid)
    {
        if (bid < _reserve)
        {
            return 0;
        }

        var below = BelowChance(bid, orEqual: false);
        var notAbove = BelowChance(bid, orEqual: true);
        var tie = notAbove - below;
        return tie <= 1e-12
            ? Math.Pow(notAbove, _agents - 1)
            : (Math.Pow(notAbove, _agents) - Math.Pow(below, _agents)) / (_agents * tie);
    }

    /// <summary>P(a bid that meets a posted price is served): of K + 1 who accept each is the first with probability 1/(K + 1).</summary>
    public double Accepted(double bid, double price)
    {
        if (bid < price)
        {
            return 0;
        }

        var refuses = BelowChance(price, orEqual: false);
        var accepts = 1 - refuses;
        return accepts <= 1e-12 ? 1 : (1 - Math.Pow(refuses, _agents)) / (_agents * accepts);
    }

    /// <summary>∫_r^bid P(a bid of x is served) dx, what a second-price bidder keeps of its bid.</summary>
    public double Kept(double bid)
    {
        if (bid <= _reserve)
        {
            return 0;
        }

        var cell = Array.BinarySearch(_bids, bid);
        cell = cell >= 0 ? cell : ~cell - 1;
        if (cell < 0)
        {
            return Integral(_reserve, bid);
        }

        var start = Math.Max(_bids[cell], _reserve);
        return _won[cell] + Integral(start, bid);
    }

    private static double Lowest(Prior prior) => double.IsInfinity(prior.Lower) ? prior.Quantile(Math.Pow(10, -TailDigits)) : prior.Lower;

    private static double Highest(Prior prior) => double.IsInfinity(prior.Upper) ? prior.UpperQuantile(Math.Pow(10, -TailDigits)) : prior.Upper;

    /// <summary>Quantiles far out, so that leaving out the rest of an unbounded support changes no chance by more than 1e-12.</summary>
    private static IEnumerable<double> Tails(Prior prior)
    {
        for (var digits = 3; digits < TailDigits; digits++)
        {
            yield return prior.Quantile(Math.Pow(10, -digits));
            yield return prior.UpperQuantile(Math.Pow(10, -digits));
        }
    }

    /// <summary>P(a rival bids less than the bid, or at most the bid).</summary>
    private double BelowChance(double bid, bool orEqual)
    {
        bool Reaches(double own) => orEqual ? own > bid : own >= bid;

        var (low, high) = (-1, _types.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Reaches(_bids[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        if (high == 0)
        {
            return 0;
        }

        if (high == _types.Length)
        {
            return 1;
        }

        var (from, to) = (_types[low], _types[high]);
        while (true)
        {
            var middle = from + ((to - from) / 2);
            if (middle <= from || middle >= to)
            {
                return _prior.Cdf(to);
            }

            if (Reaches(_strategy(middle)))
            {
                to = middle;
            }
            else
            {
                from = middle;
            }
        }
    }

    private double[] CumulativeChances()
    {
        var sums = new double[_bids.Length];
        sums[0] = Integral(_reserve, _bids[0]);
        for (var index = 1; index < sums.Length; index++)
        {
            sums[index] = sums[index - 1] + Integral(Math.Max(_bids[index - 1], _reserve), _bids[index]);
        }

        return sums;
    }

    /// <summary>∫ of the chance over bids between two neighbouring types' bids, by Gauss–Legendre: the cells are small and smooth.</summary>
    private double Integral(double from, double to) =>
        from >= to ? 0 : MathNet.Numerics.Integration.GaussLegendreRule.Integrate(Chance, from, to, 8);
}
