using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Language.Optima;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Optima;

/// <summary>
/// Whether there is a best mechanism: the types must be finitely many (MECH0043) and the program small enough (MECH0044), the promises must not contradict each
/// other (MECH0045), and the goal must have a bound (MECH0046).
/// </summary>
internal static class OptimalCheck
{
    /// <summary>Constraints beyond this number are counted, not listed.</summary>
    private const int MostListed = 6;

    /// <summary>Joint priors over more profiles are not tested for being identifiable: it takes two programs a profile.</summary>
    private const int MostIdentified = 64;

    private const string Advice = "fewer types or agents, alike agents with one prior, or BayesianIncentiveCompatible in the place of DominantStrategyIncentiveCompatible make it smaller";

    /// <summary>The problem with the decision of the author's own, if it has one; null after a finding that says why there is no best mechanism.</summary>
    public static Problem? Complete(Draft draft, Roster roster, Problem problem)
    {
        if (problem.Optimum is not { } optimum)
        {
            return problem;
        }

        if (HasObstacle(draft, roster, problem))
        {
            return null;
        }

        var complete = problem with { Decision = DecisionReader.Read(draft, problem), Optimum = GoalReader.Complete(draft, problem, optimum) };
        optimum = complete.Optimum;
        return draft.HasErrors || Refuses(draft, complete, optimum) ? null : complete;
    }

    /// <summary>Reports why there is no best mechanism; false where there is one.</summary>
    private static bool Refuses(Draft draft, Problem problem, Optimum optimum)
    {
        var place = draft.First(OptimalReader.Attribute)!.Value.Place;
        switch (OptimalSolver.AnswerTo(problem, CancellationToken.None))
        {
            case DesignAnswer.Limit limit:
                var spent = limit.Programs > 1
                    ? $"after {Words.Of(limit.Programs)} programs the search among mechanisms without lotteries was not at its end; without Deterministic it is one program"
                    : $"its program has {Words.Of(limit.Variables)} variables and {Words.Of(limit.Constraints)} constraints, more than is solved while the program compiles";
                draft.Report(Rule.ProgramTooLarge, place, draft.TypeName, $"{spent}; {Advice}");
                return true;
            case DesignAnswer.NotImplementable cycle:
                var rule = draft.Rule(DecisionReader.Attribute)!;
                draft.Report(Rule.NotImplementable, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, new CycleWords(problem, FiniteEnvironment.Of(problem)).Of(cycle));
                return true;
            case DesignAnswer.Impossible impossible:
                draft.Report(Rule.ProgramInfeasible, place, draft.TypeName, ConstraintWords.Adjectives(OptimalSolver.GuaranteesOf(problem.Claims)), Contradiction(problem, impossible));
                return true;
            case DesignAnswer.Unbounded unbounded:
                draft.Report(
                    Rule.ProgramUnbounded,
                    place,
                    [draft.TypeName, ConstraintWords.Goal(optimum.Goal), Growth(problem, unbounded, optimum)],
                    new FixProperty(FixData.Guarantee, optimum.PaymentWeight.IsNegative ? nameof(Guarantee.NoSubsidy) : nameof(Guarantee.InterimIndividuallyRational)));
                return true;
            default:
                return false;
        }
    }

    private static bool HasObstacle(Draft draft, Roster roster, Problem problem)
    {
        var use = draft.First(OptimalReader.Attribute)!.Value;
        if (roster.Count is not { } count)
        {
            draft.Report(Rule.AgentCountMissing, use.Place, $"[{OptimalReader.Attribute}]");
            return true;
        }

        List<double> counts = [];
        for (var index = 0; index < count; index++)
        {
            var agent = problem.Population is Population.Named(var named) ? named[index] : ((Population.Alike)problem.Population).Agent;
            var types = problem.Choice is { Form: ValueForm.OfType } choice
                ? choice.Tables.Count == 0 ? [] : choice.Tables[choice.Tables.Count == 1 ? 0 : index].Types
                : FiniteEnvironment.TypesOf(problem, agent);
            if ((problem.Environment.Feasible is AdditiveGoods ? GoodsObstacle(draft, agent) : Obstacle(problem, agent, types)) is { } obstacle)
            {
                var whose = agent.Name is { } name ? $"'{name}'" : "the agents";
                draft.Report(Rule.ProgramNotFinite, roster.IsNamed ? roster.Uses[index].Place : use.Place, $"[{OptimalReader.Attribute}]", $"{whose} {(agent.Name is null ? "have" : "has")} {obstacle}");
                return true;
            }

            counts.Add(problem.Environment.Feasible is AdditiveGoods ? GoodsDivision.TypesOf(agent) : types.Count);
        }

        var profiles = counts.Aggregate(1.0, (product, types) => product * types);
        var outcomes = problem.Environment.Feasible switch
        {
            Alternatives(var names) => names.Count,
            AdditiveGoods goods => GoodsDivision.OutcomesOf(count, goods.Count),
            _ => problem.Environment.Name == EnvironmentName.BilateralTrade ? 2 : count + 1,
        };
        if (profiles > OptimalSolver.MostProfiles || profiles * outcomes > OptimalSolver.MostChances)
        {
            var most = profiles > OptimalSolver.MostProfiles ? $"{Words.Of(OptimalSolver.MostProfiles)} profiles" : $"{Words.Of(OptimalSolver.MostChances)} outcomes of all profiles together";
            draft.Report(Rule.ProgramTooLarge, use.Place, draft.TypeName, $"{Words.Of(count)} {(count == 1 ? "agent has" : "agents have")} {Words.Of(profiles)} profiles of types with {Words.Of(outcomes)} outcomes each, and at most {most} are solved; {Advice}");
            return true;
        }

        return false;
    }

    private static string? Obstacle(Problem problem, Agent agent, EquatableArray<double> types) =>
        types.Count == 0 ? "types that are not finitely many; [DiscretePrior], [Prior<UniformIntegers>], or [Types] with [JointPrior] list them"
        : problem.Joint is not null ? null
        : agent.Prior is not AtomicPrior atoms ? "finitely many types, but a prior that gives none of them a probability; [DiscretePrior] does"
        : types.FirstOrDefault(type => atoms.Values.AsSpan().BinarySearch(type) < 0) is var without && types.Any(type => atoms.Values.AsSpan().BinarySearch(type) < 0) ? $"a type of probability zero, {Words.Of(without)}: no expectation says what it would do; leave it out of the types, or give it a weight"
        : atoms.Values.Count != types.Count ? "a prior that gives probability to numbers that are no types"
        : null;

    private static string? GoodsObstacle(Draft draft, Agent agent)
    {
        var infinite = agent.GoodPriors.TakeWhile(prior => prior is AtomicPrior).Count();
        return infinite == agent.GoodPriors.Count ? null : $"values of {GoodsEnvironment.NameOf(draft, infinite)} that are not finitely many; [DiscretePrior] or [Prior<UniformIntegers>] list them";
    }

    private static string Contradiction(Problem problem, DesignAnswer.Impossible impossible)
    {
        if (impossible.Multipliers.Count == 0)
        {
            return "with lotteries there is one, but each choice of certain outcomes contradicts a promise";
        }

        var words = new ConstraintWords(problem, FiniteEnvironment.Of(problem));
        var terms = impossible.Constraints
            .Select((constraint, index) => (constraint, multiplier: impossible.Multipliers[index].Abs()))
            .Where(term => !term.multiplier.IsZero && term.constraint.Guarantee is not null)
            .ToList();
        var listed = terms.Take(MostListed).Select(term => $"{(term.multiplier == Fractions.Fraction.One ? string.Empty : RationalText.Of(term.multiplier) + " × ")}\"{words.Demand(term.constraint)}\"");
        var rest = terms.Count > MostListed ? $" and {Words.Of(terms.Count - MostListed)} more" : string.Empty;
        return $"{string.Join(" + ", listed)}{rest} add up to 0 ≥ {RationalText.Of(impossible.Contradiction)}{Identifiable(problem)}";
    }

    /// <summary>What the joint prior has to do with a budget that shall balance at every profile (Kosenok and Severinov 2008).</summary>
    private static string Identifiable(Problem problem)
    {
        if (problem.Joint is not { IsIndependent: false, Types: { Agents: >= 2, Profiles: <= MostIdentified } } joint
            || !problem.Claims.Contains(Guarantee.ExPostBudgetBalanced) || problem.Claims.Contains(Guarantee.DominantStrategyIncentiveCompatible)
            || Identifiability.Counterexample(joint, CancellationToken.None) is null)
        {
            return string.Empty;
        }

        return $"; the joint prior is not identifiable{(joint.Types.Agents == 2 ? ", which none of two agents is whose types depend on each other" : string.Empty)}, so that a budget that balances in expectation need not balance at every profile (Kosenok and Severinov 2008)";
    }

    private static string Growth(Problem problem, DesignAnswer.Unbounded unbounded, Optimum optimum)
    {
        var words = new ConstraintWords(problem, FiniteEnvironment.Of(problem));
        var isPaid = optimum.PaymentWeight.IsNegative;
        var (profile, agent) = (from at in Enumerable.Range(0, unbounded.Growth.Count)
                                from payer in Enumerable.Range(0, unbounded.Growth[at].Count)
                                where isPaid ? unbounded.Growth[at][payer].IsNegative : unbounded.Growth[at][payer].IsPositive
                                select (at, payer)).First();
        return isPaid
            ? $"{words.Name(agent)} can be paid ever more, at {words.Profile(profile)} and elsewhere, because nothing promises that nobody is paid or that payments cover the cost"
            : $"{words.Name(agent)} can be charged ever more, at {words.Profile(profile)} and elsewhere, because nothing promises that it loses nothing by taking part";
    }
}
