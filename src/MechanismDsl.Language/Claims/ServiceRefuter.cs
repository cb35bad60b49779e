using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of a mechanism that serves several agents fails, by running it. What it finds is a proof, because every number it
/// states was computed at the stated profile; what it does not find is no proof of anything.
/// </summary>
public sealed class ServiceRefuter
{
    /// <summary>More named agents are not searched: every feasible outcome of every profile is looked at.</summary>
    private const int MostAgents = 5;

    private const string SureBelief = " for an agent that expects these reports";

    private readonly SolvedService _service;
    private readonly TypeGrid _grid;
    private readonly CancellationToken _cancellation;
    private readonly string _reports;

    /// <summary>A search.</summary>
    /// <param name="service">The solved mechanism.</param>
    /// <param name="cancellation">Looked at at every profile.</param>
    public ServiceRefuter(SolvedService service, CancellationToken cancellation)
    {
        _service = service;
        _cancellation = cancellation;
        _grid = new TypeGrid(service.Alone);
        _reports = service.Agents[0].Agent.Side == Side.Buyer ? "values" : "costs";
    }

    private bool HasPriors => _service.Problem.Information != Information.Unknown;

    /// <summary>The counterexample in words; null if none was found.</summary>
    /// <param name="guarantee">What is claimed.</param>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(),
        Guarantee.BayesianIncentiveCompatible when !HasPriors => Lie() is { } lie ? lie + SureBelief : null,
        Guarantee.ExPostIndividuallyRational => Loss(),
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational when !HasPriors => Loss() is { } loss ? loss + SureBelief : null,
        Guarantee.ExPostBudgetBalanced => Balance((sum, cost) => sum != cost, "not equal to"),
        Guarantee.NoDeficit => Balance((sum, cost) => sum < cost, "less than"),
        Guarantee.NoSubsidy => Cases().Where(one => Sign(one.Agent) * one.Truth.Payments[one.Agent] < 0)
            .Select(one => $"at the {_reports} {Where(one.Profile, one.Agent)} {Name(one.Agent)} {Fate(one.Truth, one.Agent)}").FirstOrDefault(),
        Guarantee.AllocativelyEfficient => Waste(),
        _ => null,
    };

    private IEnumerable<Profile> Profiles => (_service.Problem.Population is Population.Named({ Count: > MostAgents }) ? [] : ProfileGrid.Of(_service.Alone, _grid))
        .Where(profile => Enumerable.Range(0, profile.Reports.Count).All(agent => Admits(agent, profile.Reports[agent])));

    /// <summary>Whether a report is one that the agent can make: who must be served has none below its prior.</summary>
    private bool Admits(int agent, double report) => !_service.MustServe(agent) || report >= _service.AgentAt(agent).LowestServed;

    /// <summary>Sizes with which capacities show, where the run brings them: the first agent and any other exceed the capacity, the others do not.</summary>
    private int[]? Sizes(int agents) => _service.Problem.Environment.Feasible is WithinCapacity { Sizes.Count: 0, Capacity: var capacity }
        ? [.. Enumerable.Range(0, agents).Select(agent => Math.Max(1, agent == 0 ? Math.Min(capacity, (capacity / 2) + 1) : capacity / 2))]
        : null;

    /// <summary>A profile in words, with the sizes that it goes with.</summary>
    private string Where(Profile profile, int focus) =>
        profile.ToString(focus) + (Sizes(profile.Reports.Count) is { } sizes ? FormattableString.Invariant($" and sizes ({string.Join(", ", sizes)})") : string.Empty);

    private string? Lie()
    {
        foreach (var (profile, agent, type, truth) in Cases())
        {
            foreach (var report in _grid.Deviations.Where(report => !profile.Reports.Contains(report) && Admits(agent, report)))
            {
                var lie = Run(profile.With(agent, report));
                var gain = Utility(lie, agent, type) - Utility(truth, agent, type);
                if (gain > Tolerance(type))
                {
                    return $"at the {_reports} {Where(profile, agent)} {Name(agent)} {Fate(truth, agent)}; reporting {Profile.Text(report)} it {Fate(lie, agent)}, a gain of {Profile.Text(gain)}";
                }
            }
        }

        return null;
    }

    private string? Loss()
    {
        foreach (var (profile, agent, type, truth) in Cases())
        {
            var option = _service.AgentAt(agent).Agent.OutsideOption;
            var shortfall = option - Utility(truth, agent, type);
            if (shortfall > Tolerance(type))
            {
                var instead = option == 0 ? "" : $", where staying away is worth {Profile.Text(option)}";
                return $"at the {_reports} {Where(profile, agent)} {Name(agent)} {Fate(truth, agent)}, which leaves it {Profile.Text(Utility(truth, agent, type))}{instead}: a loss of {Profile.Text(shortfall)}";
            }
        }

        return null;
    }

    private string? Balance(Func<double, double, bool> isBroken, string relation)
    {
        if (double.IsInfinity(_service.Cutoff))
        {
            return null;
        }

        foreach (var profile in Profiles)
        {
            _cancellation.ThrowIfCancellationRequested();
            var outcome = Run(profile);
            var (sum, due) = (Enumerable.Range(0, profile.Reports.Count).Sum(agent => Sign(agent) * outcome.Payments[agent]), _service.Cutoff * outcome.Quantities.Sum());
            if (Math.Abs(sum - due) > Tolerance(due) && isBroken(sum, due))
            {
                return $"at the {_reports} {Where(profile, -1)} the payments sum to {Profile.Text(sum)}, {relation} the cost {Profile.Text(due)}";
            }
        }

        return null;
    }

    /// <summary>A profile at which the same agents under [Efficient] would be worth more.</summary>
    private string? Waste()
    {
        if (double.IsInfinity(_service.Cutoff))
        {
            return null;
        }

        var efficient = ServiceSolver.Solve(Efficient(_service.Problem), _cancellation);
        foreach (var profile in Profiles)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (welfare, possible) = (Welfare(Run(profile), profile), Welfare(new ServiceInterpreter(efficient, Sizes(profile.Reports.Count)).Run([.. profile.Reports.Select(report => (double?)report)]), profile));
            if (possible - welfare > Tolerance(possible))
            {
                return $"at the {_reports} {Where(profile, -1)} those served are worth {Profile.Text(welfare)}, but {Profile.Text(possible)} would be possible";
            }
        }

        return null;
    }

    private static Problem Efficient(Problem problem) => problem with
    {
        Environment = problem.Environment with
        {
            Feasible = problem.Environment.Feasible switch
            {
                WithinCapacity within => within with { IsGreedy = false },
                Slots slots => slots with { Reserves = [] },
                var other => other,
            },
        },
        Objective = Objective.Efficient,
        Payments = new PaymentRule.Threshold(),
        Population = problem.Population switch
        {
            Population.Named(var agents) => new Population.Named([.. agents.Select(Plain)]),
            Population.Alike alike => alike with { Agent = Plain(alike.Agent) },
            var other => other,
        },
    };

    private static Agent Plain(Agent agent) => agent with { Weight = 1, Reserve = null };

    private double Welfare(ServiceOutcome outcome, Profile profile) =>
        Enumerable.Range(0, profile.Reports.Count).Sum(agent => outcome.Quantities[agent] * ((Sign(agent) * profile.Reports[agent]) - _service.Cutoff));

    private IEnumerable<(Profile Profile, int Agent, double Type, ServiceOutcome Truth)> Cases()
    {
        foreach (var profile in Profiles)
        {
            _cancellation.ThrowIfCancellationRequested();
            var truth = Run(profile);
            for (var agent = 0; agent < profile.Reports.Count; agent++)
            {
                yield return (profile, agent, Sign(agent) * profile.Reports[agent], truth);
            }
        }
    }

    private ServiceOutcome Run(Profile profile) => new ServiceInterpreter(_service, Sizes(profile.Reports.Count)).Run([.. profile.Reports.Select(report => (double?)report)], profile.Reserve);

    private int Sign(int agent) => _service.AgentAt(agent).Agent.Side == Side.Buyer ? 1 : -1;

    private string Name(int agent) => _service.AgentAt(agent).Agent.Name is { } name ? $"'{name}'" : FormattableString.Invariant($"agent {agent}");

    private double Utility(ServiceOutcome outcome, int agent, double type) => (outcome.Quantities[agent] * type) - (Sign(agent) * outcome.Payments[agent]);

    private static double Tolerance(double type) => 1e-9 * Math.Max(1, Math.Abs(type));

    private string Fate(ServiceOutcome outcome, int agent)
    {
        var money = outcome.Payments[agent] == 0 ? "pays nothing" : $"{(Sign(agent) > 0 ? "pays" : "receives")} {Profile.Text(outcome.Payments[agent])}";
        return outcome.Quantities[agent] == 0 ? $"is not served and {money}"
            : _service.Problem.Environment.Feasible is Slots ? $"gets {Profile.Text(outcome.Quantities[agent])} clicks and {money}"
            : $"is served and {money}";
    }
}
