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
    /// <summary>A surplus that is a smaller part of the expected welfare than this has no sign where it is not a rational number.</summary>
    private const double SmallestSurplus = 1e-9;

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

    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose agents own shares, with continuous priors of values that are not negative and have finite means.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    public static SolvedPartnership Solve(Problem problem, CancellationToken cancellation)
    {
        var (priors, shares) = (PriorsOf(problem), SharesOf(problem));
        var integral = new PanelIntegral(cancellation);
        var terms = new SurplusTerms(priors, integral);
        var n = shares.Count;
        var worst = shares.Select((share, partner) => terms.WorstOff(partner, share)).ToList();
        var least = shares.Select((share, partner) => terms.Least(partner, share)).ToList();
        var amount = least.Sum() - ((n - 1) * terms.Welfare);

        // The utility of the worst-off value before side payments, less what the share is worth to it: its rent, and what the others' charges bring it.
        var slack = shares.Select((share, partner) => least[partner] - terms.RivalMean(partner)
            + (Enumerable.Range(0, n).Where(other => other != partner).Sum(terms.ExpectedCharge) / (n - 1))).ToList();
        var exact = UniformPartnership.Surplus(priors, shares);
        var digits = integral.Digits;
        var surplus = new DissolutionSurplus(
            exact is { } rational ? RationalText.ToDouble(rational) : UniformPartnership.Closed(priors, shares) ?? Rounded(amount, terms.Welfare, digits),
            exact,
            exact is { } known ? known.IsNegative ? -1 : 1 : Math.Abs(amount) <= Math.Max(SmallestSurplus, integral.WorstError * 100) * terms.Welfare ? 0 : Math.Sign(amount));
        return new SolvedPartnership(problem, PartnershipGuarantees.Of(problem, surplus.Sign))
        {
            Partners = shares.Select((share, partner) => new Partner(share, NumberText.Rounded(worst[partner], digits), Rounded(slack[partner] - (amount / n), terms.Welfare, digits))).ToEquatableArray(),
            Surplus = surplus,
            ExpectedWelfare = NumberText.Rounded(terms.Welfare, digits),
            Admissible = n == 2 ? AdmissibleShares.Of(priors, terms) : null,
            Digits = digits,
        };
    }

    /// <summary>A difference of numbers as large as the scale, with the digits that are left.</summary>
    private static double Rounded(double difference, double scale, int digits) =>
        difference == 0 ? 0 : NumberText.Rounded(difference, Math.Max(1, digits + Math.Min(0, (int)Math.Floor(Math.Log10(Math.Abs(difference) / scale)))));

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
        return (value => rivals.Charge(value, new PanelIntegral(cancellation)), [rivals.Low, .. rivals.Kinks, rivals.High]);
    }
}
