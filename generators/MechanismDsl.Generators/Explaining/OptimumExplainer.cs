using Fractions;
using MechanismDsl.Language.Optima;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a mechanism that a linear program found: what it does at every profile, what it earns, and which constraints stop it from earning more. Every number is exact.</summary>
internal sealed class OptimumExplainer
{
    /// <summary>Larger tables are not listed.</summary>
    private const int MostProfiles = 36;

    /// <summary>Further binding constraints are counted.</summary>
    private const int MostBinding = 8;

    /// <summary>Two programs a profile are solved to see whether a joint prior is identifiable.</summary>
    private const int MostIdentified = 30;

    private readonly List<ExplanationLine> _lines = [];
    private readonly SolvedOptimum _solution;
    private readonly ConstraintWords _words;

    /// <summary>Explains a solution.</summary>
    public OptimumExplainer(SolvedOptimum solution) => (_solution, _words) = (solution, new ConstraintWords(solution.Problem, solution.Environment));

    private bool IsRevenue => _solution.Problem.Optimum!.Goal == OptimumGoal.Revenue;

    private bool IsTrade => _solution.Problem.Environment.Name == EnvironmentName.BilateralTrade;

    private bool IsAlike => _solution.Problem.Population is Population.Alike && _solution.Problem.Optimum is { IsDeterministic: false, Goal: not OptimumGoal.Own } && !IsOwn;

    /// <summary>Whether a rule of the author's own decides, and only payments were sought.</summary>
    private bool IsOwn => _solution.Problem.Decision is not null;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        if (IsOwn)
        {
            ExplainOwn();
            return _lines.ToEquatableArray();
        }

        var kind = _solution.Problem.Optimum!.IsDeterministic ? "mechanisms without lotteries" : "mechanisms";
        var adjectives = ConstraintWords.Adjectives(_solution.Guarantees);
        Add(0, _solution.Problem.Optimum.Goal switch
        {
            OptimumGoal.Revenue => $"Of all {kind} that are {adjectives} this one earns the most: {Text(_solution.Best.Value)} in expectation.",
            OptimumGoal.Welfare => $"Of all {kind} that are {adjectives} this one has the most {Welfare}: {Text(_solution.Best.Value)} in expectation.",
            _ => $"Of all {kind} that are {adjectives} this one has the greatest value of the author's own goal{PaymentWords()}: {Text(_solution.Best.Value)} in expectation.",
        });
        ExplainTable();
        ExplainNumbers();
        ExplainBinding();
        ExplainBalance();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(_solution.Evidence, _solution.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    /// <summary>The same where only payments were sought.</summary>
    private void ExplainOwn()
    {
        Add(0, IsRevenue
            ? $"The decision is a rule of the author's own; of all payments with which it is {ConstraintWords.Adjectives(_solution.Guarantees)} these earn the most: {Text(_solution.Revenue)} in expectation."
            : $"The decision is a rule of the author's own, worth {Text(_solution.Welfare)} in expectation; with these payments it is {ConstraintWords.Adjectives(_solution.Guarantees)}.");
        Add(1, _solution.Guarantees.Contains(Guarantee.DominantStrategyIncentiveCompatible)
            ? "Why there are such payments: at no profile of the others would a cycle of an agent's types together gain by each reporting the one before it (cyclic monotonicity; Rochet 1987)."
            : "Why there are such payments: the linear program of all payments has a solution, which its dual proves the best.");
        ExplainTable();
        ExplainNumbers();
        ExplainBinding();
        ExplainBalance();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(_solution.Evidence, _solution.Problem.Assumptions));
    }

    private string PaymentWords() => _solution.Problem.Optimum!.PaymentWeight is { IsZero: false } weight ? $", in which a unit of payments counts {Text(weight)}" : string.Empty;

    private string Welfare => IsTrade ? "gains from trade" : "welfare";

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainTable()
    {
        var types = _solution.Environment.Design.Types;
        if (types.Profiles > MostProfiles)
        {
            Add(1, FormattableString.Invariant($"What happens at each of the {types.Profiles} profiles of types stands in a table."));
            return;
        }

        Add(1, "What happens at each profile of types; payments are expectations over the lottery, where there is one:");
        for (var profile = 0; profile < types.Profiles; profile++)
        {
            Add(2, $"{_words.Profile(profile)}: {Decision(profile)}; {Payments(profile)}.");
        }
    }

    private string Decision(int profile)
    {
        var possible = _solution.Table.Lotteries[profile].Select((chance, outcome) => (chance, outcome)).Where(pair => !pair.chance.IsZero).ToList();
        var names = _solution.Environment.Outcomes;
        return possible.Count == 1 ? names[possible[0].outcome] : string.Join(", ", possible.Select(pair => $"{names[pair.outcome]} with probability {Text(pair.chance)}"));
    }

    private string Payments(int profile)
    {
        var paying = _solution.Table.Payments[profile]
            .Select((payment, agent) => payment.IsZero ? null : payment.IsNegative ? $"{_words.Name(agent)} receives {Text(-payment)}" : $"{_words.Name(agent)} pays {Text(payment)}")
            .Where(text => text is not null).ToList();
        return paying.Count == 0 ? "nobody pays" : string.Join(", ", paying);
    }

    private void ExplainNumbers()
    {
        var hasCosts = _solution.Environment.Design.Costs.Any(cost => !cost.IsZero);
        Add(1, $"Expected revenue: {Text(_solution.Revenue)}{(hasCosts ? ", the cost deducted" : string.Empty)}. Expected {Welfare}: {Text(_solution.Welfare)} of the {Text(_solution.FirstBest)} that there would be if types were known.");
        if (IsRevenue && _solution.Problem.Environment.Feasible is AdditiveGoods { Count: > 1 })
        {
            Add(2, $"The best auction of each good by itself would earn {Text(GoodsDivision.SeparateRevenue(_solution.Agents))} in all.");
        }

        if (_solution.Problem.Optimum!.IsDeterministic && !IsOwn)
        {
            var programs = FormattableString.Invariant($"found by branch and bound over {_solution.Best.Programs} linear programs");
            Add(2, _solution.Best.Relaxation == _solution.Best.Value
                ? $"Lotteries would not help; {programs}."
                : $"With lotteries it would be {Text(_solution.Best.Relaxation)}; {programs}.");
        }
        else if (_solution.HasLottery)
        {
            Add(2, "Draw draws an outcome for a number from [0, 1); payments do not depend on what is drawn.");
        }
    }

    /// <summary>The prices of the dual: who would have to be held back less for a better value.</summary>
    private void ExplainBinding()
    {
        var binding = _solution.Binding.Where(pair => !IsAlike || pair.Constraint.Agent <= 0).ToList();
        if (binding.Count == 0)
        {
            Add(1, IsOwn || _solution.Problem.Optimum!.IsDeterministic ? "No promise costs anything once outcomes are chosen." : "No promise costs anything: the value is what it would be if types were known.");
            return;
        }

        var isGoal = _solution.Problem.Optimum!.Goal == OptimumGoal.Own;
        var value = IsOwn || _solution.Problem.Optimum.IsDeterministic
            ? isGoal && !_solution.Problem.Optimum.PaymentWeight.IsZero ? "the goal at this choice of outcomes" : "the revenue of this choice of outcomes"
            : IsRevenue ? "the revenue" : isGoal ? "the goal" : $"the {Welfare}";
        Add(1, $"What stops it from being better, with what {value} would gain for each unit by which it were relaxed{(IsAlike ? " (the same for every agent)" : string.Empty)}:");
        foreach (var (constraint, price) in binding.Take(MostBinding))
        {
            Add(2, $"{Capital(Bound(constraint))}: {Text(price)}.");
        }

        if (binding.Count > MostBinding)
        {
            Add(2, FormattableString.Invariant($"{binding.Count - MostBinding} more."));
        }
    }

    private string Bound(DesignConstraint constraint) => constraint.Guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => $"at {_words.Profile(constraint.Profile, constraint.Agent)} {_words.Name(constraint.Agent)} is indifferent between the truth and reporting {_words.Type(constraint.Agent, constraint.Report)}",
        Guarantee.BayesianIncentiveCompatible => $"{_words.Name(constraint.Agent)} at {_words.Type(constraint.Agent, constraint.Type)} is indifferent between the truth and reporting {_words.Type(constraint.Agent, constraint.Report)}",
        Guarantee.ExPostIndividuallyRational => $"at {_words.Profile(constraint.Profile, constraint.Agent)} {_words.Name(constraint.Agent)} is left with nothing more than by staying away",
        Guarantee.InterimIndividuallyRational => $"{_words.Name(constraint.Agent)} at {_words.Type(constraint.Agent, constraint.Type)} expects nothing more than by staying away",
        Guarantee.ExAnteIndividuallyRational => $"{_words.Name(constraint.Agent)} expects nothing more than by staying away, before it knows its type",
        _ => _words.Demand(constraint),
    };

    /// <summary>Balanced budgets of at least three agents with correlated types: what the joint prior has to do with them (Kosenok and Severinov 2008).</summary>
    private void ExplainBalance()
    {
        if (!_solution.Guarantees.Contains(Guarantee.ExPostBudgetBalanced) || _solution.Problem.Joint is not { IsIndependent: false, Types: { Agents: >= 3, Profiles: <= MostIdentified } } joint)
        {
            return;
        }

        var tells = Enumerable.Range(0, joint.Types.Agents).All(agent => BeliefCondition.Of(joint, agent, CancellationToken.None).SeparatesTypes);
        if (Identifiability.Counterexample(joint, CancellationToken.None) is { } mimic)
        {
            var profile = Enumerable.Range(0, mimic.Count).First(at => mimic[at] != joint.Masses[at]);
            Add(1, $"The joint prior is not identifiable: agents who lie at random can make reports look drawn from another distribution, in which {_words.Profile(profile)} has probability {Text(mimic[profile])} instead of {Text(joint.Masses[profile])}, and no belief tells which of them lied. With another joint prior balance can cost less (Kosenok and Severinov 2008).");
        }
        else
        {
            Add(1, tells
                ? "The joint prior is identifiable and beliefs tell all types apart: whatever is decided, and whatever types expect of it as long as expected payments are the expected cost, payments that sum to the cost at every profile achieve it truthfully (Kosenok and Severinov 2008)."
                : "The joint prior is identifiable, but some agent's types share a belief, so that balance can cost something (Kosenok and Severinov 2008).");
        }
    }

    private void ExplainLimits()
    {
        if (_solution.Evidence.All(evidence => evidence.Guarantee != Guarantee.DominantStrategyIncentiveCompatible))
        {
            Add(1, "What this does not give: a dominant strategy. Truth is a best reply to truthful agents only, and only under the stated prior.");
        }

        if (_solution.Evidence.All(evidence => evidence.Guarantee != Guarantee.ExPostIndividuallyRational))
        {
            Add(1, "What this does not give: that taking part never costs anything.");
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Text(Fraction number) => RationalText.Of(number);
}
