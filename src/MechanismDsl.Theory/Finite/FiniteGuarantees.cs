using Fractions;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Finite;

/// <summary>Where a table breaks a guarantee.</summary>
/// <param name="Guarantee">What it breaks.</param>
/// <param name="Profile">The profile of true types; −1 where the guarantee speaks of expectations.</param>
/// <param name="Agent">Whose guarantee it is; −1 for budgets and efficiency.</param>
/// <param name="Type">The agent's true type; −1 without one.</param>
/// <param name="Report">What it reports instead; −1 without a lie.</param>
/// <param name="Loss">By how much: the lie's gain, the shortfall from the outside option, the deficit, the welfare forgone. Above zero, except for a balanced budget, where it is cost − payments.</param>
public sealed record FiniteWitness(Guarantee Guarantee, int Profile, int Agent, int Type, int Report, Fraction Loss);

/// <summary>Which guarantees a table has: every one by its definition, at every profile, in rationals.</summary>
public static class FiniteGuarantees
{
    /// <summary>The greatest violation of a guarantee; null if it holds.</summary>
    /// <param name="mechanism">The table.</param>
    /// <param name="prior">The distribution of the types.</param>
    /// <param name="guarantee">What to check.</param>
    public static FiniteWitness? Witness(FiniteMechanism mechanism, JointDistribution prior, Guarantee guarantee) =>
        Violations(mechanism, prior, guarantee)
            .Where(witness => guarantee is Guarantee.ExPostBudgetBalanced or Guarantee.ExAnteBudgetBalanced ? !witness.Loss.IsZero : witness.Loss.IsPositive)
            .Aggregate((FiniteWitness?)null, (worst, witness) => worst is null || witness.Loss.Abs() > worst.Loss.Abs() ? witness : worst);

    private static IEnumerable<FiniteWitness> Violations(FiniteMechanism mechanism, JointDistribution prior, Guarantee guarantee)
    {
        var (design, types) = (mechanism.Design, mechanism.Design.Types);
        var profiles = Enumerable.Range(0, types.Profiles);
        var agents = Enumerable.Range(0, types.Agents);
        FiniteWitness At(int profile, Fraction loss) => new(guarantee, profile, -1, -1, -1, loss);
        FiniteWitness Of(int profile, int agent, int type, int report, Fraction loss) => new(guarantee, profile, agent, type, report, loss);
        Fraction Forgone(int profile, int agent) => design.Outside[agent][types.TypeAt(profile, agent)] - mechanism.Utility(agent, types.TypeAt(profile, agent), profile);

        return guarantee switch
        {
            Guarantee.DominantStrategyIncentiveCompatible =>
                from profile in profiles
                from agent in agents
                let type = types.TypeAt(profile, agent)
                from report in Enumerable.Range(0, types.Counts[agent])
                select Of(profile, agent, type, report, mechanism.Utility(agent, type, types.With(profile, agent, report)) - mechanism.Utility(agent, type, profile)),
            Guarantee.BayesianIncentiveCompatible =>
                from agent in agents
                from type in Enumerable.Range(0, types.Counts[agent])
                let truth = mechanism.InterimUtility(prior, agent, type, type)
                from report in Enumerable.Range(0, types.Counts[agent])
                select Of(-1, agent, type, report, mechanism.InterimUtility(prior, agent, type, report) - truth),
            Guarantee.ExPostIndividuallyRational =>
                from profile in profiles
                from agent in agents
                select Of(profile, agent, types.TypeAt(profile, agent), -1, Forgone(profile, agent)),
            Guarantee.InterimIndividuallyRational =>
                from agent in agents
                from type in Enumerable.Range(0, types.Counts[agent])
                select Of(-1, agent, type, -1, design.Outside[agent][type] - mechanism.InterimUtility(prior, agent, type, type)),
            Guarantee.ExAnteIndividuallyRational =>
                from agent in agents
                select Of(-1, agent, -1, -1, profiles.Aggregate(Fraction.Zero, (sum, profile) => sum + (prior.Masses[profile] * Forgone(profile, agent)))),
            Guarantee.ExPostBudgetBalanced or Guarantee.NoDeficit => from profile in profiles select At(profile, -mechanism.Surplus(profile)),
            Guarantee.ExAnteBudgetBalanced => [At(-1, -mechanism.Revenue(prior))],
            Guarantee.NoSubsidy =>
                from profile in profiles
                from agent in agents
                select Of(profile, agent, types.TypeAt(profile, agent), -1, -mechanism.Payments[profile][agent]),
            Guarantee.AllocativelyEfficient => from profile in profiles select At(profile, design.BestWelfare(profile) - mechanism.Welfare(profile)),
            _ => throw new ArgumentOutOfRangeException(nameof(guarantee), guarantee, null),
        };
    }
}
