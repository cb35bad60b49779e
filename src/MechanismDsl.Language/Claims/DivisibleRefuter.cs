using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of a sale of a divisible good fails, by running it with two agents. What it finds is a proof, because every number it states was
/// computed at the stated profile; what it does not find is no proof of anything.
/// </summary>
/// <param name="divisible">The solved mechanism.</param>
public sealed class DivisibleRefuter(SolvedDivisible divisible)
{
    /// <summary>More units are not multiplied with values: decimals would not hold the products exactly.</summary>
    private const double MostUnits = 1e12;

    /// <summary>What is tried for a value above the lowest price. The gaps differ, so that gains do not cancel.</summary>
    private static readonly decimal[] Steps = [10, 7, 2];

    private readonly DivisibleInterpreter _interpreter = new((decimal)divisible.Good.Quantity, (decimal)divisible.Lowest, divisible.Problem.Payments);

    /// <summary>The counterexample in words; null if none was found.</summary>
    /// <param name="guarantee">What is claimed.</param>
    public string? Refute(Guarantee guarantee) => divisible.Good.Quantity > MostUnits || divisible.Lowest > MostUnits ? null : guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(),
        Guarantee.BayesianIncentiveCompatible => Lie() is { } lie ? lie + " for an agent that expects these reports" : null,
        Guarantee.ExPostBudgetBalanced => Balance(string.Empty),
        Guarantee.ExAnteBudgetBalanced => Balance(" under a belief that expects these reports"),
        Guarantee.AllocativelyEfficient => Waste(),
        _ => null,
    };

    private decimal Cost => divisible.Problem.Environment.Cost is SocialCost.PerServed(var amount) ? (decimal)amount : 0;

    /// <summary>The reports that are tried: caps of all there is and of about half and a quarter of it, in whole units where money is exact.</summary>
    private IEnumerable<(decimal Value, decimal Most)> Reports()
    {
        var all = (decimal)divisible.Good.Quantity;
        var caps = new[] { all, all / 2, all / 4 }.Select(cap => divisible.Problem.Money.IsGrid ? Math.Max(1, Math.Floor(cap)) : cap).Distinct().ToList();
        return Steps.SelectMany(step => caps.Select(cap => (Math.Ceiling((decimal)divisible.Lowest) + step, cap)));
    }

    /// <summary>The lie with the highest gain; under a uniform price one that asks for less at the true value, if there is such a lie.</summary>
    private string? Lie() => (divisible.Problem.Payments is PaymentRule.UniformPrice ? Lie((truth, lie) => lie.Value == truth.Value) : null) ?? Lie((_, _) => true);

    private string? Lie(Func<(decimal Value, decimal Most), (decimal Value, decimal Most), bool> isTried)
    {
        (string Words, decimal Gain)? best = null;
        foreach (var own in Reports())
        {
            foreach (var other in Reports())
            {
                var truth = _interpreter.Run([own, other]);
                foreach (var lie in Reports().Where(lie => isTried(own, lie)))
                {
                    var outcome = _interpreter.Run([lie, other]);
                    var gain = Utility(outcome, own) - Utility(truth, own);
                    if (gain > 0 && (best is not { } known || gain > known.Gain))
                    {
                        best = ($"at the demands ([{Row(own)}], {Row(other)}) agent 0 {Fate(truth)}; reporting {Row(lie)} it {Fate(outcome)}, a gain of {Text(gain)}", gain);
                    }
                }
            }
        }

        return best?.Words;
    }

    private string? Balance(string belief)
    {
        var first = Reports().First();
        foreach (var other in Reports())
        {
            var outcome = _interpreter.Run([first, other]);
            var (paid, cost) = (outcome.Payments.Sum(), Cost * outcome.Amounts.Sum());
            if (paid != cost)
            {
                return $"at the demands ({Row(first)}, {Row(other)}) the payments sum to {Text(paid)}, not equal to the cost {Text(cost)}{belief}";
            }
        }

        return null;
    }

    /// <summary>A unit that stays unsold although an agent values it more than the seller.</summary>
    private string? Waste()
    {
        var lowest = (decimal)divisible.Lowest;
        if (lowest <= Cost)
        {
            return null;
        }

        var value = divisible.Problem.Money.Kind == MoneyKind.Int64 ? Math.Floor((lowest + Cost) / 2) : (lowest + Cost) / 2;
        return value <= Cost ? null
            : $"an agent that values a unit at {Text(value)} gets none below the lowest price {Text(lowest)}, though it is worth {Text(Cost)} to the seller";
    }

    private static decimal Utility(DivisibleOutcome outcome, (decimal Value, decimal Most) truth) => (truth.Value * Math.Min(outcome.Amounts[0], truth.Most)) - outcome.Payments[0];

    private static string Fate(DivisibleOutcome outcome) =>
        $"gets {(outcome.Amounts[0] == 0 ? "nothing" : Text(outcome.Amounts[0]))} and pays {(outcome.Payments[0] == 0 ? "nothing" : Text(outcome.Payments[0]))}";

    private static string Row((decimal Value, decimal Most) demand) => $"{Text(demand.Most)} at {Text(demand.Value)}";

    private static string Text(decimal number) => NumberText.Words((double)number, 10);
}
