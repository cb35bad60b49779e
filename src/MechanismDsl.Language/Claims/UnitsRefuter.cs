using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of a sale of several items an agent fails, by running it with two agents. What it finds is a proof, because every
/// number it states was computed at the stated profile; what it does not find is no proof of anything.
/// </summary>
/// <param name="units">The solved mechanism.</param>
public sealed class UnitsRefuter(SolvedUnits units)
{
    /// <summary>More items are not searched: every way to share them out is looked at.</summary>
    private const int MostItems = 40;

    /// <summary>What is tried for a marginal value above the lowest price, 0 for none. The gaps differ, so that gains do not cancel.</summary>
    private static readonly decimal[] Steps = [10, 7, 2];

    private readonly UnitsInterpreter _interpreter = new(units.Units.Items, (decimal)units.Lowest, units.Problem.Payments);

    /// <summary>The counterexample in words; null if none was found.</summary>
    /// <param name="guarantee">What is claimed.</param>
    public string? Refute(Guarantee guarantee) => units.Units.Items > MostItems ? null : guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(),
        Guarantee.BayesianIncentiveCompatible => Lie() is { } lie ? lie + " for an agent that expects these reports" : null,
        Guarantee.ExPostBudgetBalanced => Balance(string.Empty),
        Guarantee.ExAnteBudgetBalanced => Balance(" under a belief that expects these reports"),
        Guarantee.AllocativelyEfficient => Waste(),
        _ => null,
    };

    /// <summary>The reports that are tried: up to two items, all further values 0.</summary>
    private IEnumerable<IReadOnlyList<decimal>> Reports()
    {
        var levels = Steps.Select(step => Math.Ceiling((decimal)units.Lowest) + step).Append(0).ToList();
        foreach (var first in levels)
        {
            foreach (var second in units.Units.PerAgent == 1 ? [0] : levels.Where(level => level <= first))
            {
                yield return [first, .. Enumerable.Range(1, units.Units.PerAgent - 1).Select(unit => unit == 1 ? second : 0)];
            }
        }
    }

    /// <summary>The lie with the highest gain; under a uniform price one that hides items, if there is such a lie: the bids for the others stay true.</summary>
    private string? Lie() => (units.Problem.Payments is PaymentRule.UniformPrice ? Lie(Hides) : null) ?? Lie((_, _) => true);

    private static bool Hides(IReadOnlyList<decimal> truth, IReadOnlyList<decimal> lie) => truth.Zip(lie, (value, report) => report == value || report == 0).All(isKept => isKept);

    private string? Lie(Func<IReadOnlyList<decimal>, IReadOnlyList<decimal>, bool> isTried)
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
                        best = ($"at the values ([{Row(own)}], ({Row(other)})) agent 0 {Fate(truth)}; reporting ({Row(lie)}) it {Fate(outcome)}, a gain of {Text(gain)}", gain);
                    }
                }
            }
        }

        return best?.Words;
    }

    private string? Balance(string belief)
    {
        foreach (var other in Reports())
        {
            var outcome = _interpreter.Run([Reports().First(), other]);
            var (paid, cost) = (outcome.Payments.Sum(), units.Problem.Environment.Cost is SocialCost.PerServed(var amount) ? (decimal)amount * outcome.Quantities.Sum() : 0);
            if (paid != cost)
            {
                return $"at the values (({Row(Reports().First())}), ({Row(other)})) the payments sum to {Text(paid)}, not equal to the cost {Text(cost)}{belief}";
            }
        }

        return null;
    }

    /// <summary>An item that stays unsold although an agent values it more than the seller.</summary>
    private string? Waste()
    {
        var cost = units.Problem.Environment.Cost is SocialCost.PerServed(var amount) ? (decimal)amount : 0;
        if ((decimal)units.Lowest <= cost)
        {
            return null;
        }

        var value = units.Problem.Money.IsGrid && units.Problem.Money.Kind == MoneyKind.Int64 ? Math.Floor(((decimal)units.Lowest + cost) / 2) : ((decimal)units.Lowest + cost) / 2;
        return value <= cost ? null
            : $"an agent that values one item at {Text(value)} gets none below the lowest price {Text((decimal)units.Lowest)}, though it is worth {Text(cost)} to the seller";
    }

    private static decimal Utility(UnitsOutcome outcome, IReadOnlyList<decimal> values) => values.Take(outcome.Quantities[0]).Sum() - outcome.Payments[0];

    private static string Fate(UnitsOutcome outcome) =>
        $"gets {(outcome.Quantities[0] == 0 ? "nothing" : Text(outcome.Quantities[0]))} and pays {(outcome.Payments[0] == 0 ? "nothing" : Text(outcome.Payments[0]))}";

    private static string Row(IReadOnlyList<decimal> values) => string.Join(", ", values.Select(Text));

    private static string Text(decimal number) => NumberText.Words((double)number, 10);
}
