using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>What one agent has at one profile.</summary>
/// <param name="Report">Its report, or the value of the input that is varied.</param>
/// <param name="Quantity">What it gets; its score, in questions about scores.</param>
/// <param name="Payment">What it pays; 0 where payments are not asked about.</param>
/// <param name="Score">Its score in its own kind.</param>
internal readonly record struct AgentOutcome(Scalar Report, double Quantity, double Payment, Scalar Score);

/// <summary>
/// By how much the laws are broken, as amounts above the tolerance; 0 where a law holds. Everything that refutes goes through here.
/// </summary>
internal sealed class Laws(RuleSystem system)
{
    private readonly Tolerance _tolerance = new(system);

    /// <summary>A law about what an agent gets at two reports; for <see cref="Property.Truthful"/> the first one is the truth.</summary>
    public double Violation(Property property, in AgentOutcome first, in AgentOutcome second) => property switch
    {
        Property.MonotoneScore => Descending(first, second) ? ScoreFall(second, first) : ScoreFall(first, second),
        Property.MonotoneAllocation => Descending(first, second) ? QuantityFall(second, first) : QuantityFall(first, second),
        Property.Truthful => Gain(first, second),
        Property.PaymentIdentity => Descending(first, second) ? OffThreshold(second, first) : OffThreshold(first, second),
        Property.UnaffectedByInput => Math.Max(ScoreFall(first, second), ScoreFall(second, first)),
        _ => throw new ArgumentOutOfRangeException(nameof(property)),
    };

    /// <summary>The loss of a truthful agent against its outside option.</summary>
    public double Loss(in AgentOutcome truthful)
    {
        var worth = Worth(system.TypeOf(truthful.Report), truthful.Quantity);
        var loss = system.OutsideOption - (worth - truthful.Payment);
        return Above(loss, Tolerance.Of(_tolerance.Money, worth, truthful.Payment));
    }

    /// <summary>What the agent is paid.</summary>
    public double Subsidy(in AgentOutcome outcome) => Above(-outcome.Payment, Tolerance.Of(_tolerance.Money, 0, 0));

    /// <summary>By how much the quantities exceed what there is, or lie below zero.</summary>
    public double Excess(ReadOnlySpan<double> quantities)
    {
        var (total, worst) = (0.0, 0.0);
        foreach (var quantity in quantities)
        {
            total += quantity;
            worst = Math.Max(worst, -quantity);
        }

        return Above(Math.Max(worst, total - system.Supply), system.Form == AllocationForm.Probability ? Tolerance.Probability * Math.Max(1, system.Supply) : 0);
    }

    /// <summary>By how much the payments miss the cost: downwards only, or in both directions.</summary>
    public double Imbalance(ReadOnlySpan<double> quantities, ReadOnlySpan<double> payments, bool alsoSurplus)
    {
        var (cost, sum, size) = (0.0, 0.0, 0.0);
        for (var agent = 0; agent < quantities.Length; agent++)
        {
            cost += system.UnitCost * quantities[agent];
            sum += payments[agent];
            size += Math.Abs(payments[agent]);
        }

        return Above(alsoSurplus ? Math.Abs(sum - cost) : cost - sum, Tolerance.Of(_tolerance.Money, cost, size));
    }

    /// <summary>The welfare that another feasible allocation would add: the best one serves the highest types that exceed the cost.</summary>
    /// <param name="types">The agents' types.</param>
    /// <param name="quantities">What they get.</param>
    public double LostWelfare(ReadOnlySpan<double> types, ReadOnlySpan<double> quantities)
    {
        var (actual, size) = (0.0, 0.0);
        var surplus = new double[types.Length];
        for (var agent = 0; agent < types.Length; agent++)
        {
            surplus[agent] = Math.Max(types[agent] - system.UnitCost, 0);
            var welfare = (types[agent] - system.UnitCost) * quantities[agent];
            actual += quantities[agent] == 0 ? 0 : welfare;
            size += Math.Abs(welfare);
        }

        Array.Sort(surplus);
        Array.Reverse(surplus);
        var best = 0.0;
        if (system.Form is AllocationForm.Served)
        {
            for (var rank = 0; rank < Math.Min(surplus.Length, Math.Floor(system.Supply)); rank++)
            {
                best += surplus[rank];
            }
        }
        else if (surplus.Length > 0)
        {
            best = surplus[0] * (system.Form == AllocationForm.Winner ? 1 : system.Supply);
        }

        return Above(best - actual, Tolerance.Of(_tolerance.Money, best, size));
    }

    private bool Descending(in AgentOutcome first, in AgentOutcome second) => system.TypeOf(first.Report) > system.TypeOf(second.Report);

    private double ScoreFall(in AgentOutcome low, in AgentOutcome high)
    {
        if (low.Score.Kind is ScalarKind.Int32 or ScalarKind.Int64)
        {
            return high.Score.AsInteger < low.Score.AsInteger ? Math.Max(1, low.Quantity - high.Quantity) : 0;
        }

        return Above(low.Quantity - high.Quantity, Tolerance.Of(_tolerance.Score, low.Quantity, high.Quantity));
    }

    private double QuantityFall(in AgentOutcome low, in AgentOutcome high) =>
        Above(low.Quantity - high.Quantity, system.Form == AllocationForm.Probability ? Tolerance.Probability * Math.Max(1, system.Supply) : 0);

    private double Gain(in AgentOutcome truth, in AgentOutcome lie)
    {
        var type = system.TypeOf(truth.Report);
        var (worth, other) = (Worth(type, truth.Quantity), Worth(type, lie.Quantity));
        var tolerance = Math.Max(Tolerance.Of(_tolerance.Money, worth, truth.Payment), Tolerance.Of(_tolerance.Money, other, lie.Payment));
        return Above(other - lie.Payment - (worth - truth.Payment), tolerance);
    }

    /// <summary>
    /// ∫ t dq between two types lies between the lower and the higher type times the difference of the quantities (Myerson 1981), and so does the
    /// difference of payments that are thresholds plus a term of the others.
    /// </summary>
    private double OffThreshold(in AgentOutcome low, in AgentOutcome high)
    {
        var more = high.Quantity - low.Quantity;
        if (more < 0)
        {
            // There is no threshold; the law of monotonicity says so.
            return 0;
        }

        var paid = high.Payment - low.Payment;
        var (least, most) = (Worth(system.TypeOf(low.Report), more), Worth(system.TypeOf(high.Report), more));
        var tolerance = Math.Max(Tolerance.Of(_tolerance.Money, least, most), Tolerance.Of(_tolerance.Money, low.Payment, high.Payment));
        return Above(Math.Max(least - paid, paid - most), tolerance);
    }

    private static double Worth(double type, double quantity) => quantity == 0 ? 0 : type * quantity;

    private static double Above(double amount, double tolerance) => amount > tolerance ? amount : 0;
}
