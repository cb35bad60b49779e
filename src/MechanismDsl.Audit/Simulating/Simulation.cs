using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MechanismDsl.Auditing;

/// <summary>What comes of a mechanism if types are drawn from the prior and all report the truth. Numbers after ± are half the width of 95 % confidence intervals.</summary>
/// <param name="Mechanism">The mechanism's name.</param>
/// <param name="Draws">The number of profiles drawn.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Revenue">What all agents pay together.</param>
/// <param name="Welfare">What the outcome is worth to all together, its cost deducted.</param>
/// <param name="SaleProbability">The probability that somebody is served; null where one outcome is chosen for all.</param>
/// <param name="Agents">The agents in order.</param>
public sealed record Simulation(string Mechanism, long Draws, long Seed, Estimate Revenue, Estimate Welfare, Estimate? SaleProbability, ImmutableArray<SimulatedAgent> Agents)
{
    /// <summary>Expected revenue as the compiler computed it, by integration or in rationals; null where it did not.</summary>
    public double? ExactRevenue { get; init; }

    /// <summary>Expected welfare as the compiler computed it; null where it did not.</summary>
    public double? ExactWelfare { get; init; }

    /// <summary>The estimates as a table of lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Mechanism}: {Draws} profiles of truthful reports, seed {Seed}; 95 % confidence.");
        text.Append(CultureInfo.InvariantCulture, $"\n- revenue: {Revenue}{Exactly(ExactRevenue)}");
        text.Append(CultureInfo.InvariantCulture, $"\n- welfare: {Welfare}{Exactly(ExactWelfare)}");
        if (SaleProbability is { } sale)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- somebody is served: {sale}");
        }

        foreach (var agent in Agents)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {agent.Name}: utility {agent.Utility}");
            if (SaleProbability is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $", gets {agent.Quantity}");
            }
        }

        return text.ToString();
    }

    private static string Exactly(double? number) => number is { } exact ? string.Create(CultureInfo.InvariantCulture, $" (exactly {exact})") : string.Empty;
}

/// <summary>What one agent can expect.</summary>
/// <param name="Name">Its name, or <c>agent 0</c>.</param>
/// <param name="Utility">Its utility before it knows its type.</param>
/// <param name="Quantity">How much it gets (a supplier: gives) of what is handed out: the probability of being served where that is one unit.</param>
/// <param name="ByType">The same by its type, in ascending order: one entry a type where there are at most 20, otherwise tenths of equal probability.</param>
public sealed record SimulatedAgent(string Name, Estimate Utility, Estimate Quantity, ImmutableArray<TypeBand> ByType);

/// <summary>What an agent can expect whose type lies in a range.</summary>
/// <param name="Low">The lowest type of the range; of types that are several numbers, their index.</param>
/// <param name="High">The highest type of the range.</param>
/// <param name="Probability">The probability of the range.</param>
/// <param name="Utility">Utility, given the range.</param>
/// <param name="Quantity">How much it gets, given the range.</param>
public readonly record struct TypeBand(double Low, double High, double Probability, Estimate Utility, Estimate Quantity);
