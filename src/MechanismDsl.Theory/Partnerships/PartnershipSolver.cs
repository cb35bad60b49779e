using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>
/// Solves partnerships: everything goes to the partner with the highest value, payments make truth a best reply in expectation and sum to zero at every
/// profile, and side payments leave all partners the same at their worst-off values (Cramton, Gibbons and Klemperer 1987).
/// </summary>
public static class PartnershipSolver
{
    /// <summary>Side payments that are a smaller part of the expected welfare are none.</summary>
    private const double Digits = 1e-11;

    /// <summary>The priors of the partners, one each.</summary>
    /// <exception cref="ArgumentException">A partner has no prior.</exception>
    public static EquatableArray<Prior> PriorsOf(Problem problem)
    {
        var shares = SharesOf(problem);
        var agents = problem.Population switch
        {
            Population.Named(var named) => named,
            Population.Alike(_, _, var agent) => Enumerable.Repeat(agent, shares.Count).ToEquatableArray(),
            _ => throw new ArgumentException("Partners stand on one side.", nameof(problem)),
        };
        return agents.Select(agent => agent.Prior ?? throw new ArgumentException("Every partner needs a prior.", nameof(problem))).ToEquatableArray();
    }

    /// <summary>The shares of the partners.</summary>
    /// <exception cref="ArgumentException">Nobody owns shares.</exception>
    public static EquatableArray<double> SharesOf(Problem problem) =>
        problem.Environment.Ownership is Ownership.Agents(var shares) ? shares : throw new ArgumentException("The agents of a partnership own shares.", nameof(problem));

    /// <summary>Whether all can agree to an efficient dissolution: the surplus and the worst-off values.</summary>
    /// <param name="problem">As for <see cref="Solve"/>.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    public static SurplusTest Test(Problem problem, CancellationToken cancellation) =>
        Test(problem, new DissolutionTerms(PriorsOf(problem), cancellation));

    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose agents own shares, with continuous priors of values that are not negative and have finite means.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    public static SolvedPartnership Solve(Problem problem, CancellationToken cancellation)
    {
        var (priors, shares) = (PriorsOf(problem), SharesOf(problem));
        var terms = new DissolutionTerms(priors, cancellation);
        var test = Test(problem, terms);

        // Side payments leave all partners the same at their worst-off values: what one has more than the average it pays.
        var slack = shares.Select((share, partner) => terms.Slack(partner, share)).ToList();
        var average = slack.Average();
        var sides = slack.Select(own => NumberText.Rounded(Math.Abs(own - average) <= Digits * test.Welfare.Value ? 0 : own - average, 12)).ToList();
        var partners = shares.Select((share, partner) => new Partner(
            share,
            NumberText.Rounded(test.WorstOff[partner].Type),
            sides[partner],
            terms.Gain(partner, share) - Amount.Approximately(sides[partner], 0))).ToEquatableArray();
        return new SolvedPartnership(problem, PartnershipGuarantees.Of(problem, test.Surplus.Sign, partners))
        {
            Partners = partners,
            Surplus = test.Surplus,
            Welfare = test.Welfare,
            Admissible = shares.Count == 2 ? AdmissibleShares.Of(priors, terms) : null,
        };
    }

    private static SurplusTest Test(Problem problem, DissolutionTerms terms) => new(
        terms.Welfare,
        SharesOf(problem).Select((share, partner) => new WorstOffType(NameOf(problem, partner), terms.WorstOff(partner, share), terms.Least(partner, share))).ToEquatableArray());

    /// <summary>What a partner is called in prose.</summary>
    public static string NameOf(Problem problem, int partner) =>
        problem.Population is Population.Named(var named) ? $"'{named[partner].Name}'" : FormattableString.Invariant($"partner {partner}");

    /// <summary>
    /// What a partner of some value is charged before side payments: R(t) = E[highest other value; it is at most t]. It grows from 0 and is constant outside
    /// the values that the others can have.
    /// </summary>
    /// <param name="priors">The priors of all partners.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    /// <returns>The function, and the values from the first at which it rises to the last, with the points between at which it is not smooth.</returns>
    public static (Func<double, double> At, EquatableArray<double> Points) ChargeOf(EquatableArray<Prior> priors, int partner, CancellationToken cancellation)
    {
        var rivals = new Rivals(priors, partner);
        return (new ChargeCurve(rivals, cancellation).At, [rivals.Low, .. rivals.Kinks, rivals.High]);
    }
}
