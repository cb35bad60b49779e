using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Payments that make a monotone allocation truthful, found by executing the rule: an oracle for payments that are derived in closed form. What an
/// agent pays is v·q(v) − ∫ q over the lower types (Myerson 1981), so it pays, for each step of its quantity, the smallest report at which it gets it.
/// A supplier is paid the highest cost at which it still serves.
/// </summary>
/// <remarks>The lowest type has no utility: an agent that is served at every report pays the lower end of its domain (a supplier is paid the upper end).</remarks>
public sealed class ThresholdPayments
{
    // Different quantities of one agent, before the search gives up.
    private const int MostSteps = 100_000;

    private readonly RuleSystem _system;
    private readonly OutcomeEvaluator _evaluator;
    private readonly int _focus;

    /// <summary>Prepares the search for a system of rules that are monotone.</summary>
    public ThresholdPayments(RuleSystem system, CancellationToken cancellation = default)
    {
        _system = system;
        _evaluator = new OutcomeEvaluator(system, traces: false, cancellation);
        _focus = system.ReportInput();
    }

    /// <summary>
    /// The critical report: the smallest value of the domain (the highest cost of a supplier) at which the agent gets at least a quantity, exactly; the
    /// doubles of an interval are searched by halving their order. Null if it never gets that much.
    /// </summary>
    /// <param name="inputs">The profile; the agent's own report in it does not matter.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="quantity">The quantity: 1 for winning or being served.</param>
    /// <exception cref="InvalidOperationException">The rule has no result at one of the reports.</exception>
    public Scalar? CriticalReport(EquatableArray<EquatableArray<Scalar>> inputs, int agent, double quantity = 1)
    {
        var (profile, domain) = Prepare(inputs, agent);
        var (worst, best) = Ends(domain);
        if (QuantityAt(profile, agent, best) < quantity)
        {
            return null;
        }

        if (QuantityAt(profile, agent, worst) >= quantity)
        {
            return worst;
        }

        while (TryBetween(domain, worst, best, out var middle))
        {
            (worst, best) = QuantityAt(profile, agent, middle) >= quantity ? (worst, middle) : (middle, best);
        }

        return best;
    }

    /// <summary>The threshold payment of an agent at a profile, with a bound of its error.</summary>
    /// <param name="inputs">The profile.</param>
    /// <param name="agent">The agent.</param>
    /// <returns>The payment (negative for a supplier, who is paid). The error is 0 for steps, apart from the rounding of their sum.</returns>
    /// <exception cref="InvalidOperationException">The rule has no result at one of the reports, or its quantities have too many steps.</exception>
    public (double Amount, double Error) PaymentOf(EquatableArray<EquatableArray<Scalar>> inputs, int agent)
    {
        var (profile, domain) = Prepare(inputs, agent);
        var own = inputs[_focus][inputs[_focus].Count == 1 ? 0 : agent];
        if (domain is Domain.Interval && _system.Form == AllocationForm.Probability && _system.Allocation is not null)
        {
            return OfCurve(profile, agent, own.AsDouble, domain);
        }

        var (worst, _) = Ends(domain);
        var (least, quantity) = (QuantityAt(profile, agent, worst), QuantityAt(profile, agent, own));
        var steps = 0;
        return ((_system.TypeOf(worst) * least) + OfSteps(profile, agent, domain, worst, least, own, quantity, ref steps), 0);
    }

    /// <summary>Σ threshold · step over the types above <paramref name="low"/> up to <paramref name="high"/>.</summary>
    private double OfSteps(Profile profile, int agent, Domain domain, Scalar low, double atLow, Scalar high, double atHigh, ref int steps)
    {
        if (atLow == atHigh || low == high)
        {
            return 0;
        }

        if (!TryBetween(domain, low, high, out var middle))
        {
            return ++steps <= MostSteps
                ? _system.TypeOf(high) * (atHigh - atLow)
                : throw new InvalidOperationException("the quantity has too many steps");
        }

        var quantity = QuantityAt(profile, agent, middle);
        return OfSteps(profile, agent, domain, low, atLow, middle, quantity, ref steps)
            + OfSteps(profile, agent, domain, middle, quantity, high, atHigh, ref steps);
    }

    private (double Amount, double Error) OfCurve(Profile profile, int agent, double own, Domain domain)
    {
        if (_system.Side == Side.Buyer)
        {
            var (area, error) = MonotoneIntegral.Of(report => QuantityAt(profile, agent, Scalar.Of(report)), domain.Low, own);
            return ((own * QuantityAt(profile, agent, Scalar.Of(own))) - area, error);
        }

        // Types ascend as costs fall.
        var (served, bound) = MonotoneIntegral.Of(type => QuantityAt(profile, agent, Scalar.Of(-type + 0.0)), -domain.High, -own);
        return (-(own * QuantityAt(profile, agent, Scalar.Of(own))) - served, bound);
    }

    private (Profile Profile, Domain Domain) Prepare(EquatableArray<EquatableArray<Scalar>> inputs, int agent)
    {
        var profile = new Profile(_system, inputs[_focus].Count, inputs);
        return (profile, _system.Inputs[_focus].DomainOf(agent));
    }

    /// <summary>The reports of the lowest and of the highest type.</summary>
    private (Scalar Worst, Scalar Best) Ends(Domain domain) =>
        _system.Side == Side.Buyer ? (domain.Smallest(), domain.Largest()) : (domain.Largest(), domain.Smallest());

    private bool TryBetween(Domain domain, Scalar worse, Scalar better, out Scalar middle) => _system.Side == Side.Buyer
        ? domain.TryMidpoint(worse, better, out middle)
        : domain.TryMidpoint(better, worse, out middle);

    private double QuantityAt(Profile profile, int agent, Scalar report)
    {
        profile.Set(_focus, agent, report);
        return _evaluator.TryAllocate(profile)
            ? _evaluator.Quantities[agent]
            : throw new InvalidOperationException($"the rule has no result: {_evaluator.Failure ?? "it did not end"}");
    }
}
