using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Searching;

/// <summary>A case against a law, as numbers.</summary>
/// <param name="Types">The true types.</param>
/// <param name="Agent">The agent it is about; −1 for budgets and efficiency.</param>
/// <param name="Lie">The lie; null without one.</param>
/// <param name="Loss">By how much the law is broken, in doubles.</param>
internal sealed record Case(double[][] Types, int Agent, double[]? Lie, double Loss);

/// <summary>How much a case breaks a law, in doubles: the measure that a search climbs.</summary>
/// <param name="subject">The mechanism.</param>
internal sealed class Hunt(Subject subject)
{
    private const int MostAlternatives = 2_000;

    private readonly Lazy<(Settlement Outcome, double Cost)[]?> _alternatives = new(() => Alternatives(subject));

    /// <summary>Profiles at which the mechanism threw.</summary>
    public int Refused { get; private set; }

    /// <summary>Why it threw, the first time.</summary>
    public string? Refusal { get; private set; }

    /// <summary>How often the mechanism ran.</summary>
    public long Runs { get; private set; }

    /// <summary>Whether efficiency can be judged.</summary>
    public bool KnowsAlternatives => _alternatives.Value is not null;

    /// <summary>What comes of reports; null if they are refused.</summary>
    public Settlement? Play(double[][] reports)
    {
        Runs++;
        var settlement = subject.TryPlay(reports, out var refusal);
        if (settlement is null)
        {
            Refused++;
            Refusal ??= refusal;
        }

        return settlement;
    }

    /// <summary>By how much a case breaks a law; minus infinity if the mechanism refuses it.</summary>
    public double Measure(Law law, double[][] types, int agent, double[]? lie)
    {
        if (Play(types) is not { } truth)
        {
            return double.NegativeInfinity;
        }

        return law == Law.DominantStrategyIncentiveCompatible
            ? Play(With(types, agent, lie!)) is { } lied ? Utility(agent, types[agent], lied) - Utility(agent, types[agent], truth) : double.NegativeInfinity
            : Measure(law, types, agent, truth);
    }

    /// <summary>By how much a truthful profile breaks a law that knows no lie.</summary>
    public double Measure(Law law, double[][] types, int agent, Settlement truth) => law switch
    {
        Law.ExPostIndividuallyRational => Rational.Near(subject.Outside(agent, types[agent])) - Utility(agent, types[agent], truth),
        Law.NoSubsidy => -truth.Payments[agent].Near,
        Law.NoDeficit => Shortfall(truth),
        Law.ExPostBudgetBalanced => Math.Abs(Shortfall(truth)),
        _ => Better(types, truth).Loss,
    };

    /// <summary>Utility in doubles.</summary>
    public double Utility(int agent, double[] type, Settlement settlement) => subject.Near(agent, type, settlement) - settlement.Payments[agent].Near;

    /// <summary>The best of all feasible outcomes, and how much more it is worth.</summary>
    public (Settlement Outcome, double Loss) Better(double[][] types, Settlement truth)
    {
        var (best, most) = (truth, Welfare(types, truth, Rational.Near(subject.Cost(truth))));
        var own = most;
        foreach (var (outcome, cost) in _alternatives.Value!)
        {
            var welfare = Welfare(types, outcome, cost);
            (best, most) = welfare > most ? (outcome, welfare) : (best, most);
        }

        return (best, most - own);
    }

    /// <summary>A profile in which one agent reports something else.</summary>
    public static double[][] With(double[][] types, int agent, double[] report)
    {
        var changed = (double[][])types.Clone();
        changed[agent] = report;
        return changed;
    }

    private static (Settlement Outcome, double Cost)[]? Alternatives(Subject subject)
    {
        if (subject.Setting.WhyNoEfficiency is not null || subject.Alternatives() is not { } alternatives)
        {
            return null;
        }

        var all = alternatives.Take(MostAlternatives + 1).Select(outcome => (outcome, Rational.Near(subject.Cost(outcome)))).ToArray();
        return all.Length <= MostAlternatives ? all : null;
    }

    private double Shortfall(Settlement truth)
    {
        var paid = 0.0;
        foreach (var payment in truth.Payments)
        {
            paid += payment.Near;
        }

        return Rational.Near(subject.Cost(truth)) - paid;
    }

    private double Welfare(double[][] types, Settlement settlement, double cost)
    {
        var welfare = -cost;
        for (var agent = 0; agent < types.Length; agent++)
        {
            welfare += subject.Near(agent, types[agent], settlement);
        }

        return welfare;
    }
}
