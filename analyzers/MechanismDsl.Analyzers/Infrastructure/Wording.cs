using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>Numbers and names as a message prints them: the same in every culture.</summary>
internal static class Wording
{
    private const int Digits = 5;
    private const int LargestDenominator = 99;
    private const int ShortDecimals = 10_000;
    private const double SameNumber = 1e-12;

    /// <summary>
    /// A number with 5 significant digits, or as a fraction with a denominator up to 99 if it is one to 12 digits and no short decimal:
    /// textbook auctions have rational revenues, and <c>5/12</c> says more than <c>0.41667</c>.
    /// </summary>
    public static string Number(double value)
    {
        if (IsMultipleOf(value, ShortDecimals))
        {
            return NumberText.Words(value, 2 * Digits);
        }

        for (var denominator = 3; denominator <= LargestDenominator; denominator++)
        {
            if (IsMultipleOf(value, denominator))
            {
                return NumberText.Words(Math.Round(value * denominator), 2 * Digits) + "/" + NumberText.Words(denominator);
            }
        }

        return NumberText.Words(value, Digits);
    }

    /// <summary>A share in per cent with 3 significant digits, without the sign: <c>25</c>.</summary>
    public static string Percent(double share) => NumberText.Words(100 * share, 3);

    /// <summary><c>1 agent</c>, <c>2 agents</c>.</summary>
    public static string Agents(int count) => NumberText.Words(count) + (count == 1 ? " agent" : " agents");

    /// <summary>One agent of a problem: <c>'North'</c>, or <c>agent 0</c> without a name.</summary>
    public static string Agent(Problem problem, int agent) =>
        problem.Population is Population.Named(var named) ? $"'{named[agent].Name}'" : FormattableString.Invariant($"agent {agent}");

    /// <summary><c>6 for North and 9 for South</c>.</summary>
    public static string Floors(IEnumerable<Agent> agents)
    {
        var floors = agents.Where(agent => agent.Reserve?.Amount is not null).Select(agent => Number(agent.Reserve!.Amount!.Value) + " for " + agent.Name).ToArray();
        return floors.Length < 2 ? string.Concat(floors) : string.Join(", ", floors.Take(floors.Length - 1)) + " and " + floors[^1];
    }

    // Relative to the number itself: a tiny number is not "0/7". Beyond 1e6 digits of the fraction would be rounding.
    private static bool IsMultipleOf(double value, int denominator)
    {
        var scaled = value * denominator;
        return Math.Abs(value) < 1e6 && Math.Abs(scaled - Math.Round(scaled)) <= SameNumber * Math.Abs(scaled);
    }
}
