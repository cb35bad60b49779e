using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// Promises that are stronger than those of the surplus test, truth as a dominant strategy or participation at every profile, of agents with finitely many types: an exact
/// linear program over all efficient mechanisms that keep them, payments and lotteries at every profile (Conitzer and Sandholm 2002). The weaker promises need no such
/// program: what balances in expectation can then be balanced at every profile (Börgers 2015, corollary 7.3).
/// </summary>
internal sealed class PromisedProgram
{
    /// <summary>What the answer rests on.</summary>
    public const string Theorem = "an exact linear program over all efficient mechanisms that keep the other promises (Conitzer and Sandholm 2002)";

    /// <summary>More payments and chances than these are not optimised over while somebody types.</summary>
    private const int MostVariables = 150;

    private const int MostAgents = 6;

    private readonly FiniteEnvironment _environment;
    private readonly Guarantee[] _promises;
    private readonly bool _isBalance;

    private PromisedProgram(FiniteEnvironment environment, Guarantee[] promises, bool isBalance) => (_environment, _promises, _isBalance) = (environment, promises, isBalance);

    /// <summary>The impossibility; null where the promises can be kept, are no stronger, or where the program is too large.</summary>
    /// <param name="problem">A problem of which no surplus test says that it is impossible.</param>
    /// <param name="agents">Its agents.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    public static Possibility.Impossible? Of(Problem problem, EquatableArray<Agent> agents, CancellationToken cancellation)
    {
        var truth = problem.Claims.Contains(Guarantee.DominantStrategyIncentiveCompatible) ? Guarantee.DominantStrategyIncentiveCompatible : Guarantee.BayesianIncentiveCompatible;
        var participation = problem.Claims.Contains(Guarantee.ExPostIndividuallyRational) ? Guarantee.ExPostIndividuallyRational : Guarantee.InterimIndividuallyRational;
        var isStronger = truth == Guarantee.DominantStrategyIncentiveCompatible || participation == Guarantee.ExPostIndividuallyRational;
        if (!(isStronger || HasOptions(problem, agents)) || !IsFinite(problem, agents))
        {
            return null;
        }

        var environment = FiniteEnvironment.Of(problem);
        if (environment.Design.Types.Profiles * (environment.Design.Outcomes + agents.Count) > MostVariables)
        {
            return null;
        }

        var program = new PromisedProgram(environment, [truth, participation, Guarantee.AllocativelyEfficient], problem.Claims.Contains(Guarantee.ExPostBudgetBalanced));
        var isAtProfiles = problem.Claims.Contains(Guarantee.ExPostBudgetBalanced) || problem.Claims.Contains(Guarantee.NoDeficit);
        return program.InExpectation(cancellation) ?? (isStronger && isAtProfiles ? program.AtProfiles(cancellation) : null);
    }

    /// <summary>Whether staying away from a sale is worth something, of which no surplus test speaks.</summary>
    private static bool HasOptions(Problem problem, EquatableArray<Agent> agents) => problem.Environment.Name == EnvironmentName.SingleItem && agents.Any(agent => agent.OutsideOption > 0);

    /// <summary>Few enough profiles to be counted, each type with a probability, and outcomes that the types alone value.</summary>
    private static bool IsFinite(Problem problem, EquatableArray<Agent> agents) =>
        agents.Count <= MostAgents
        && agents.Aggregate(1.0, (product, agent) => product * ((agent.Prior as AtomicPrior)?.Values.Count ?? double.PositiveInfinity)) <= MostVariables
        && (problem.Choice is not { Tables.Count: > 0 } choice || agents.Select((agent, index) => choice.Tables[choice.Tables.Count == 1 ? 0 : index].Types == ((AtomicPrior)agent.Prior!).Values).All(same => same));

    private Fraction Welfare => Enumerable.Range(0, _environment.Design.Types.Profiles)
        .Aggregate(Fraction.Zero, (sum, profile) => sum + (_environment.Prior.Masses[profile] * _environment.Design.BestWelfare(profile)));

    /// <summary>What the payments leave at most in expectation.</summary>
    private Possibility.Impossible? InExpectation(CancellationToken cancellation)
    {
        var program = new MechanismProgram(_environment.Design, _environment.Prior, _promises);
        program.Program.Maximise(program.ExpectedRevenue().Form);
        return Impossible(program, isAtProfiles: false, cancellation);
    }

    /// <summary>The least that somebody outside adds in expectation, if it adds at each profile what payments miss there.</summary>
    private Possibility.Impossible? AtProfiles(CancellationToken cancellation)
    {
        var program = new MechanismProgram(_environment.Design, _environment.Prior, _promises);
        var subsidies = new LinearForm();
        for (var profile = 0; profile < _environment.Design.Types.Profiles; profile++)
        {
            var subsidy = program.Program.AddVariable(FormattableString.Invariant($"subsidy {profile}"));
            var surplus = new LinearForm().Add(subsidy, Fraction.One);
            for (var agent = 0; agent < _environment.Design.Types.Agents; agent++)
            {
                surplus.Add(program.PaymentVariable(profile, agent), Fraction.One);
            }

            for (var outcome = 0; outcome < _environment.Design.Outcomes; outcome++)
            {
                surplus.Add(program.ChanceVariable(profile, outcome), -_environment.Design.Costs[outcome]);
            }

            program.Program.Constrain("budget", surplus, _isBalance ? Relation.Equal : Relation.AtLeast, Fraction.Zero);
            subsidies.Add(subsidy, -_environment.Prior.Masses[profile]);
        }

        program.Program.Maximise(subsidies);
        return Impossible(program, isAtProfiles: true, cancellation);
    }

    private Possibility.Impossible? Impossible(MechanismProgram program, bool isAtProfiles, CancellationToken cancellation) =>
        program.Program.Solve(cancellation) is LinearAnswer.Optimal(var value, _, _) && value.IsNegative
            ? new Possibility.Impossible(Theorem, Amount.Of(value.Reduce()), Amount.Of(Welfare.Reduce()), []) { IsAtProfiles = isAtProfiles }
            : null;
}
