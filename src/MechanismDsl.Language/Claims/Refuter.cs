using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee fails, by running the mechanism. What it finds is a proof, because every number it states was computed at the
/// stated profile; what it does not find is no proof of anything.
/// </summary>
internal sealed class Refuter(SolvedAuction auction, CancellationToken cancellation)
{
    private readonly Problem _problem = auction.Problem;
    private readonly AuctionInterpreter _interpreter = new(auction);
    private readonly string _reports = auction.Agents[0].Agent.Side == Side.Buyer ? "values" : "costs";
    private readonly TypeGrid _grid = new(auction);
    private readonly bool _hasPriors = auction.Problem.Information != Information.Unknown;

    /// <summary>Without a prior a promise in expectation must hold for every belief, also for a sure one.</summary>
    private const string SureBelief = " for an agent that expects these reports";

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(Profiles, ""),
        Guarantee.BayesianIncentiveCompatible when !_hasPriors => Lie(Profiles, SureBelief),
        Guarantee.BayesianIncentiveCompatible when TruthNeverGains => Lie(LikelyProfiles, ", and it never loses by that", mustNeverLose: true),
        Guarantee.ExPostIndividuallyRational => Loss(Profiles, ""),
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational when !_hasPriors => Loss(Profiles, SureBelief),
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational when TruthNeverGains => Loss(LikelyProfiles, ", and no profile makes up for it"),
        Guarantee.ExPostBudgetBalanced => Balance(Profiles, (sum, cost) => sum != cost, "not equal to"),
        Guarantee.ExAnteBudgetBalanced when !_hasPriors => Balance(Profiles, (sum, cost) => sum != cost, "not equal to"),
        Guarantee.ExAnteBudgetBalanced when PaymentsCoverCost => Balance(LikelyProfiles, (sum, cost) => sum > cost, "more than"),
        Guarantee.NoDeficit => Balance(Profiles, (sum, cost) => sum < cost, "less than"),
        Guarantee.NoSubsidy => Subsidy(),
        Guarantee.AllocativelyEfficient => Waste(),
        _ => null,
    };

    /// <summary>Who pays its own report keeps nothing of a truthful one at any profile.</summary>
    private bool TruthNeverGains => _problem.Payments is PaymentRule.PayAsBid or PaymentRule.AllPay && auction.Agents.All(agent => agent.Agent.OutsideOption >= 0);

    private bool PaymentsCoverCost => auction.Evidence.Any(evidence => evidence.Guarantee == Guarantee.NoDeficit);

    private IEnumerable<Profile> Profiles => ProfileGrid.Of(auction, _grid);

    /// <summary>Profiles without ties: what happens at them happens around them, with positive probability under any prior with that support.</summary>
    private IEnumerable<Profile> LikelyProfiles => Profiles.Where(profile => !profile.HasTies);

    private string? Lie(IEnumerable<Profile> profiles, string because, bool mustNeverLose = false)
    {
        foreach (var (profile, agent, type, truth) in Cases(profiles))
        {
            foreach (var report in _grid.Deviations.Where(report => !profile.Reports.Contains(report)))
            {
                var lie = profile.With(agent, report).Run(_interpreter);
                var gain = Utility(lie, agent, type) - Utility(truth, agent, type);
                if (gain > Tolerance(type) && (!mustNeverLose || NeverLoses(agent, profile.Reports[agent], report)))
                {
                    return $"at the {_reports} {profile.ToString(agent)} {Name(agent)} {Fate(truth, agent)}; reporting {Profile.Text(report)} it {Fate(lie, agent)}, a gain of {Profile.Text(gain)}{because}";
                }
            }
        }

        return null;
    }

    private bool NeverLoses(int agent, double truth, double lie) => Profiles.All(profile =>
    {
        cancellation.ThrowIfCancellationRequested();
        if (agent >= profile.Reports.Count)
        {
            return true;
        }

        var type = TypeOf(agent, truth);
        return Utility(profile.With(agent, lie).Run(_interpreter), agent, type) >= Utility(profile.With(agent, truth).Run(_interpreter), agent, type) - Tolerance(type);
    });

    private string? Loss(IEnumerable<Profile> profiles, string because)
    {
        foreach (var (profile, agent, type, truth) in Cases(profiles))
        {
            var option = AgentAt(agent).OutsideOption;
            var shortfall = option - Utility(truth, agent, type);
            if (shortfall > Tolerance(type))
            {
                var instead = option == 0 ? "" : $", where staying away is worth {Profile.Text(option)}";
                return $"at the {_reports} {profile.ToString(agent)} {Name(agent)} {Fate(truth, agent)}, which leaves it {Profile.Text(Utility(truth, agent, type))}{instead}: a loss of {Profile.Text(shortfall)}{because}";
            }
        }

        return null;
    }

    private string? Balance(IEnumerable<Profile> profiles, Func<double, double, bool> isBroken, string relation)
    {
        if (_problem.Environment.Cost is not SocialCost.PerServed(var cost) || double.IsInfinity(cost))
        {
            return null;
        }

        foreach (var profile in profiles)
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = profile.Run(_interpreter);
            var (sum, due) = (outcome.Payments.Sum(), cost * outcome.Chances.Sum());
            if (Math.Abs(sum - due) > Tolerance(due) && isBroken(sum, due))
            {
                return $"at the {_reports} {profile.ToString(-1)} the payments sum to {Profile.Text(sum)}, {relation} the cost {Profile.Text(due)}";
            }
        }

        return null;
    }

    private string? Subsidy()
    {
        foreach (var (profile, agent, type, truth) in Cases(Profiles))
        {
            if (truth.Payments[agent] < -Tolerance(type))
            {
                return $"at the {_reports} {profile.ToString(agent)} {Name(agent)} {Fate(truth, agent)}";
            }
        }

        return null;
    }

    private string? Waste()
    {
        if (_problem.Environment.Cost is not SocialCost.PerServed(var cost) || double.IsInfinity(cost))
        {
            return null;
        }

        foreach (var profile in Profiles)
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = profile.Run(_interpreter);
            var present = Enumerable.Range(0, profile.Reports.Count).ToList();
            var best = present.OrderByDescending(agent => TypeOf(agent, profile.Reports[agent])).First();
            var possible = Math.Max(TypeOf(best, profile.Reports[best]) - cost, 0);
            var welfare = present.Sum(agent => outcome.Chances[agent] == 0 ? 0 : outcome.Chances[agent] * (TypeOf(agent, profile.Reports[agent]) - cost));
            if (possible - welfare > Tolerance(possible))
            {
                var served = present.Where(agent => outcome.Chances[agent] > 0).Select(Name).ToList();
                var instead = possible > 0 ? $"serving {Name(best)} would be worth {Profile.Text(possible)}" : "serving nobody would be worth 0";
                return $"at the {_reports} {profile.ToString(best)} {(served.Count == 0 ? "nobody is served" : $"{string.Join(" or ", served)} is served")}, which is worth {Profile.Text(welfare)}; {instead}";
            }
        }

        return null;
    }

    private IEnumerable<(Profile Profile, int Agent, double Type, AuctionOutcome Truth)> Cases(IEnumerable<Profile> profiles)
    {
        foreach (var profile in profiles)
        {
            cancellation.ThrowIfCancellationRequested();
            var truth = profile.Run(_interpreter);
            for (var agent = 0; agent < profile.Reports.Count; agent++)
            {
                yield return (profile, agent, TypeOf(agent, profile.Reports[agent]), truth);
            }
        }
    }

    private Agent AgentAt(int agent) => auction.Agents[auction.Agents.Count == 1 ? 0 : agent].Agent;

    private double TypeOf(int agent, double report) => Profile.TypeOf(AgentAt(agent).Side, report);

    private string Name(int agent) => AgentAt(agent).Name is { } name ? $"'{name}'" : FormattableString.Invariant($"agent {agent}");

    private static double Utility(AuctionOutcome outcome, int agent, double type) => (outcome.Chances[agent] * type) - outcome.Payments[agent];

    private static double Tolerance(double type) => 1e-9 * Math.Max(1, Math.Abs(type));

    private static string Fate(AuctionOutcome outcome, int agent)
    {
        var payment = outcome.Payments[agent];
        var money = payment == 0 ? "pays nothing" : payment > 0 ? $"pays {Profile.Text(payment)}" : $"receives {Profile.Text(-payment)}";
        return outcome.Chances[agent] switch
        {
            1 => $"is served and {money}",
            0 => $"is not served and {money}",
            var chance => $"is served with probability {Profile.Text(chance)} and {money} on average",
        };
    }
}
