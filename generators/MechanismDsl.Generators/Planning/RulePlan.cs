using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Planning;

/// <summary>Who wins and from which report on, in the agents' own reports (no signs turned for suppliers).</summary>
/// <param name="Limits">Reserve or ceiling of each agent; one entry for alike agents.</param>
internal abstract record RulePlan(EquatableArray<Limit> Limits)
{
    /// <summary>Whether the best report may fail its reserve after it has been chosen.</summary>
    public bool IsLazy => Limits.Any(limit => limit.IsLazy);

    /// <summary>The best report wins: agents are the same to the rule. Reports in one block count as equal.</summary>
    internal sealed record BestReport(EquatableArray<Limit> Limits, EquatableArray<Block> Blocks) : RulePlan(Limits);

    /// <summary>The best score wins; each agent has a curve of its own.</summary>
    internal sealed record BestScore(EquatableArray<Limit> Limits, EquatableArray<Curve> Curves) : RulePlan(Limits);

    /// <summary>The first agent in the order of precedence that meets its limit wins.</summary>
    internal sealed record First(EquatableArray<Limit> Limits) : RulePlan(Limits);
}

/// <summary>The worst reports with which an agent competes and is served.</summary>
/// <param name="Served">The reserve or ceiling: the worst report with which it is served when alone, as far as it is known beforehand.</param>
/// <param name="Competes">The worst report with which it stands in the way of others; worse than <paramref name="Served"/> only for a lazy reserve.</param>
/// <param name="IsRunTime">Whether every run brings a reserve that must be met too.</param>
/// <param name="IsLazy">Whether the reserve is applied after the winner is chosen.</param>
internal readonly record struct Limit(double Served, double Competes, bool IsRunTime, bool IsLazy);

/// <summary>Reports that count as equal: from the worst of them, included, to the first better one that is outside.</summary>
internal readonly record struct Block(double Worst, double Beyond);

/// <summary>A score as a function of the report, as pieces from the worst reports to the best.</summary>
internal sealed record Curve(EquatableArray<Piece> Pieces);

/// <summary>A score on the reports from <paramref name="Worst"/>, included, to <paramref name="Beyond"/>, which is outside and better.</summary>
internal abstract record Piece(double Worst, double Beyond)
{
    /// <summary>The same score for all reports.</summary>
    internal sealed record Flat(double Worst, double Beyond, double Score) : Piece(Worst, Beyond);

    /// <summary>Slope · report + Intercept, with a positive slope.</summary>
    internal sealed record Line(double Worst, double Beyond, double Slope, double Intercept) : Piece(Worst, Beyond);

    /// <summary>A smooth score without a closed-form inverse: the score and its inverse as tables.</summary>
    internal sealed record Table(double Worst, double Beyond, ChebyshevTable Forward, ChebyshevTable Inverse) : Piece(Worst, Beyond)
    {
        /// <summary>Whether one of them is asked for minus its argument.</summary>
        public bool IsTurned => Forward.IsTurned || Inverse.IsTurned;

        /// <summary>The larger of the two tables' errors.</summary>
        public double MaxError => Math.Max(Forward.MaxError, Inverse.MaxError);
    }
}
