using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>What every agent gets and pays at every profile of a finite space; every profile is evaluated once.</summary>
internal sealed class OutcomeTable
{
    private readonly RuleSystem _system;
    private readonly ProfileSpace _space;
    private readonly int _agents;
    private readonly int _focus;
    private readonly Laws _laws;
    private readonly double[] _quantities;
    private readonly double[] _payments;

    private OutcomeTable(RuleSystem system, ProfileSpace space, bool withPayments)
    {
        (_system, _space, _agents) = (system, space, space.Profile.Agents);
        _focus = system.ReportInput();
        _laws = new Laws(system);
        _quantities = new double[space.Count * _agents];
        _payments = withPayments ? new double[_quantities.Length] : [];
    }

    /// <summary>Whether all types, quantities and payments are whole numbers so small that comparing utilities rounds nothing.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The table; if an evaluation fails or is exhausted, null and the profile where it did.</summary>
    public static OutcomeTable? Tabulate(
        RuleSystem system, ProfileSpace space, bool withPayments, ContentHash hash, out string? failure, CancellationToken cancellation)
    {
        var table = new OutcomeTable(system, space, withPayments);
        var evaluator = new OutcomeEvaluator(system, traces: false, cancellation);
        for (var number = 0; number < space.Count; number++)
        {
            if ((number & 255) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            space.Select(number);
            if (!table.TryFill(evaluator, number, hash))
            {
                failure = evaluator.Failure;
                return null;
            }
        }

        failure = null;
        return table;
    }

    /// <summary>The first profile (and other report) that breaks the law, or null.</summary>
    public Candidate? Suspect(Property property)
    {
        for (var agent = 0; agent < _agents; agent++)
        {
            var suspect = property.ComparesTwo() ? SuspectPair(property, agent) : SuspectProfile(property, agent);
            if (suspect is not null)
            {
                return suspect;
            }
        }

        return null;
    }

    private bool TryFill(OutcomeEvaluator evaluator, int number, ContentHash hash)
    {
        if (!evaluator.TryAllocate(_space.Profile))
        {
            return false;
        }

        var row = number * _agents;
        for (var agent = 0; agent < _agents; agent++)
        {
            _quantities[row + agent] = evaluator.Quantities[agent];
            hash.Add(evaluator.Quantities[agent]);
            IsWhole &= IsSmallWhole(_quantities[row + agent]) && IsSmallWhole(_space.Profile.Get(_focus, agent).ToNumber());
        }

        for (var agent = 0; agent < _agents && _payments.Length > 0; agent++)
        {
            if (!evaluator.TryPay(_space.Profile, agent, out _payments[row + agent]))
            {
                return false;
            }

            hash.Add(_payments[row + agent]);
            IsWhole &= IsSmallWhole(_payments[row + agent]);
        }

        return true;
    }

    private static bool IsSmallWhole(double value) => Math.Abs(value) < 1 << 24 && Math.Floor(value) == value;

    private AgentOutcome At(int number, int agent, Scalar report) =>
        new(report, _quantities[(number * _agents) + agent], _payments.Length == 0 ? 0 : _payments[(number * _agents) + agent], default);

    private Candidate? SuspectPair(Property property, int agent)
    {
        var (length, stride) = _space.Axis(_focus, agent);
        var reports = _space.Values(_focus, agent);
        // Ascending types: from the highest cost of a supplier down.
        var (first, step) = _system.Side == Side.Supplier ? (length - 1, -1) : (0, 1);
        for (var start = 0; start < _space.Count; start++)
        {
            if (start / stride % length == 0 && SuspectOnAxis(property, agent, start, stride, reports, first, step) is { } suspect)
            {
                return suspect;
            }
        }

        return null;
    }

    /// <summary>
    /// Truth is compared with every lie. For the other laws it is enough to compare each type with the one below it that got most: quantities that
    /// never fall below the highest so far never fall, and differences of payments that lie between bounds add up to differences that do.
    /// </summary>
    private Candidate? SuspectOnAxis(Property property, int agent, int start, int stride, Scalar[] reports, int first, int step)
    {
        AgentOutcome Outcome(int rank) => At(start + ((first + (rank * step)) * stride), agent, reports[first + (rank * step)]);
        var best = 0;
        for (var rank = 0; rank < reports.Length; rank++)
        {
            var outcome = Outcome(rank);
            var (from, to) = property == Property.Truthful ? (0, reports.Length - 1)
                : property == Property.PaymentIdentity ? (Math.Max(rank - 1, 0), rank - 1) : (best, best);
            for (var other = from; other <= to; other++)
            {
                var (one, two) = property == Property.Truthful ? (rank, other) : (other, rank);
                if (one != two && _laws.Violation(property, Outcome(one), Outcome(two)) > 0)
                {
                    return Candidate(start + ((first + (one * step)) * stride), agent, reports[first + (two * step)]);
                }
            }

            best = outcome.Quantity > Outcome(best).Quantity ? rank : best;
        }

        return null;
    }

    private Candidate? SuspectProfile(Property property, int agent)
    {
        var types = new double[_agents];
        for (var number = 0; number < _space.Count; number++)
        {
            _space.Select(number);
            for (var other = 0; other < _agents; other++)
            {
                types[other] = _system.TypeOf(_space.Profile.Get(_focus, other));
            }

            var outcome = At(number, agent, _space.Profile.Get(_focus, agent));
            var quantities = _quantities.AsSpan(number * _agents, _agents);
            var violation = property switch
            {
                Property.IndividuallyRational => _laws.Loss(outcome),
                Property.NoSubsidy => _laws.Subsidy(outcome),
                Property.Feasible => _laws.Excess(quantities),
                Property.Efficient => _laws.LostWelfare(types, quantities),
                Property.NoDeficit => _laws.Imbalance(quantities, _payments.AsSpan(number * _agents, _agents), alsoSurplus: false),
                Property.BudgetBalanced => _laws.Imbalance(quantities, _payments.AsSpan(number * _agents, _agents), alsoSurplus: true),
                _ => throw new ArgumentOutOfRangeException(nameof(property)),
            };
            if (violation > 0)
            {
                return Candidate(number, agent, null);
            }
        }

        return null;
    }

    private Candidate Candidate(int number, int agent, Scalar? other)
    {
        _space.Select(number);
        return new Candidate(_agents, agent, _space.Profile.ToInputs(), other);
    }
}
