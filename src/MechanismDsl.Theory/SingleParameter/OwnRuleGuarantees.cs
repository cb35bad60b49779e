using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// What a mechanism with rules of the user's own guarantees, provided that the analyzers find no fault with the rules: each entry names the rules of the
/// analyzers that check its hypothesis (<see cref="Evidence.CheckedBy"/>), and whoever leaves them out must leave the entry out as well.
/// </summary>
public static class OwnRuleGuarantees
{
    /// <summary>The rules that refuse an allocation or a score that is not monotone, or about which nothing is known.</summary>
    public const string Monotone = "MECH1001 and MECH1002";

    /// <summary>The rules that refuse a promise that is refuted or not established.</summary>
    public const string Promised = "MECH2001 and MECH2002";

    private static readonly Guarantee[] OfThresholds =
        [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExPostIndividuallyRational, Guarantee.NoSubsidy, Guarantee.NoDeficit];

    private static readonly (Guarantee Weaker, Guarantee Stronger)[] Implications =
    [
        (Guarantee.BayesianIncentiveCompatible, Guarantee.DominantStrategyIncentiveCompatible),
        (Guarantee.InterimIndividuallyRational, Guarantee.ExPostIndividuallyRational),
        (Guarantee.ExAnteIndividuallyRational, Guarantee.InterimIndividuallyRational),
        (Guarantee.ExAnteBudgetBalanced, Guarantee.ExPostBudgetBalanced),
        (Guarantee.NoDeficit, Guarantee.ExPostBudgetBalanced),
    ];

    /// <summary>The guarantees of the problem, in the order of the enum: by theorem under derived payments, and whatever else it promises.</summary>
    /// <param name="problem">A problem with rules of the user's own.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static EquatableArray<Evidence> Of(Problem problem)
    {
        var own = problem.Own ?? throw new ArgumentException("The problem has no rules of the user's own.", nameof(problem));
        Dictionary<Guarantee, Evidence> held = [];
        foreach (var guarantee in OfThresholds.Where(guarantee => Theorem(problem, guarantee) is not null))
        {
            held.Add(guarantee, new Evidence(guarantee, Theorem(problem, guarantee)!, Scope(problem, own)) { CheckedBy = Monotone });
        }

        if (problem.Objective == Objective.Efficient && AgentsOf(problem).All(agent => agent.Weight == 1 && agent.Reserve is null))
        {
            held.Add(Guarantee.AllocativelyEfficient, new Evidence(
                Guarantee.AllocativelyEfficient,
                "the highest type is served if it is worth the cost of serving, whatever is paid",
                "at every profile of truthful reports"));
        }

        foreach (var claim in problem.Claims.Where(claim => !held.ContainsKey(claim)))
        {
            held.Add(claim, new Evidence(claim, "proved of the declared rules", Scope(problem, own)) { CheckedBy = Promised });
        }

        foreach (var (weaker, stronger) in Implications)
        {
            if (held.TryGetValue(stronger, out var evidence) && !held.ContainsKey(weaker))
            {
                held.Add(weaker, evidence with
                {
                    Guarantee = weaker,
                    Theorem = stronger == Guarantee.DominantStrategyIncentiveCompatible ? "a dominant strategy is a best reply under every belief" : "what holds at every profile holds in expectation",
                    ImpliedBy = stronger,
                });
            }
        }

        return held.Values.OrderBy(evidence => evidence.Guarantee).ToEquatableArray();
    }

    /// <summary>Why a guarantee follows from threshold payments of a monotone rule; null if it does not.</summary>
    private static string? Theorem(Problem problem, Guarantee guarantee)
    {
        // Who assumes truthfulness answers for the rule being monotone, on which all of these rest.
        if (problem.Payments is not PaymentRule.Threshold || problem.Assumptions.Any(assumption => assumption.Guarantee == Guarantee.DominantStrategyIncentiveCompatible))
        {
            return null;
        }

        var agents = AgentsOf(problem);
        return guarantee switch
        {
            Guarantee.DominantStrategyIncentiveCompatible => "Myerson (1981), lemma 2: threshold payments of a monotone rule",
            Guarantee.ExPostIndividuallyRational when agents.All(agent => agent.OutsideOption <= 0) =>
                "a threshold is never worse than the truthful report, and who is not served pays nothing",
            Guarantee.NoSubsidy when agents.All(agent => agent.Side == Side.Buyer) => "a threshold is never negative",
            Guarantee.NoDeficit when agents.All(agent => agent.Side == Side.Buyer) => "no payment is negative, and serving costs nothing",
            _ => null,
        };
    }

    private static string Scope(Problem problem, OwnRules own)
    {
        var report = own.Report;
        var scope = "quasi-linear private values, no budgets, one identity an agent; "
            + Reports(problem, report);
        scope += own.Form switch
        {
            AllocationForm.Units => "; each unit is worth the report",
            AllocationForm.Probability => "; in expectation over the lot that is drawn",
            _ => string.Empty,
        };
        if (problem.Money.IsGrid)
        {
            scope += "; exact on the grid of reports";
        }

        var (verified, controlled) = (Names(own, FieldRole.Verified), Names(own, FieldRole.Controlled));
        scope += verified.Length == 0 ? string.Empty : $"; {verified} verified by the platform";
        return scope + (controlled.Length == 0 ? string.Empty : $"; in the report alone, {controlled} taken as stated");
    }

    private static EquatableArray<Agent> AgentsOf(Problem problem) =>
        problem.Population is Population.Named(var named) ? named : [((Population.Alike)problem.Population).Agent];

    private static string Reports(Problem problem, ReportField report)
    {
        var agents = AgentsOf(problem);
        return agents.All(agent => agent.Types.Count == 0) ? Interval(report)
            : agents.All(agent => agent.Types.Count > 0) ? "reports among the declared types"
            : $"{Interval(report)}, or among the declared types";
    }

    private static string Interval(ReportField report) => $"reports from {NumberText.Words(report.Low)} to {NumberText.Words(report.High)}";

    private static string Names(OwnRules own, FieldRole role) => string.Join(" and ", own.Fields.Where(number => number.Role == role).Select(number => number.Name));
}
